package org.bihuan.app.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.briefing.Briefings;
import org.bihuan.app.destruction.Retention;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.directives.Pending;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.duties.SignalView;
import org.bihuan.app.returns.Returns;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.springframework.stereotype.Component;

/** Puts a duty desk together. Thread-safe. */
@Component
class Desk {
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration NEW = Duration.ofDays(1);
    private static final int SHOWN = 8;
    private static final int SOON_SHOWN = 200;
    private static final int COUNTY = 3;
    private static final int BRIEFINGS = 60;

    private final Duties duties;
    private final Returns returns;
    private final Directives directives;
    private final Briefings briefings;
    private final DeskShift shift;
    private final Retention retention;
    private final Clock clock;

    Desk(
            Duties duties,
            Returns returns,
            Directives directives,
            Briefings briefings,
            DeskShift shift,
            Retention retention,
            Clock clock) {
        this.retention = retention;
        this.duties = duties;
        this.returns = returns;
        this.directives = directives;
        this.briefings = briefings;
        this.shift = shift;
        this.clock = clock;
    }

    DeskView of(Asker asker) {
        Instant now = clock.instant();
        List<DutyView> late = duties.list(query(Set.of(Duty.State.LATE), Optional.empty(), SHOWN), now);
        DutyQuery soonQuery = query(Set.of(Duty.State.OPEN), Optional.of(now.plus(SOON)), SOON_SHOWN);
        List<DutyView> soon = duties.list(soonQuery, now);
        Map<Duty.State, Long> counts = duties.count(DutyQuery.unmet(1), now);
        List<SignalView> signals = duties.signals(asker.region(), now.minus(NEW), now);
        List<Pending> mine = directives.mine(asker, now);
        List<Pending> waiting = directives.pending(asker.region(), now).stream()
                .sorted(Comparator.comparing(each -> !each.recipient().isLate(each.directive(), now)))
                .toList();
        List<Returns.Missing> missing = returns.missing(now);
        long soonCount = duties.count(soonQuery, now).getOrDefault(Duty.State.OPEN, 0L);
        return new DeskView(
                now,
                List.of(
                        tile("/duties?state=late", "late", counts.getOrDefault(Duty.State.LATE, 0L), true),
                        tile("/desk/soon", "soon", soonCount, false),
                        tile("/duties?state=open", "open", counts.getOrDefault(Duty.State.OPEN, 0L), false),
                        tile("/desk#signals", "signals", signals.size(), false),
                        tile("/directives", "directives", mine.size(), true),
                        tile("/desk#waiting", "waiting", waiting.size(), false),
                        tile("/returns?state=missing", "missing", missing.size(), true)),
                late,
                soon.stream().limit(SHOWN).toList(),
                signals,
                mine,
                waiting,
                grouped(missing),
                shift.of(asker.region(), now),
                briefings.latest(BRIEFINGS).stream()
                        .filter(each -> each.division().equals(asker.region()))
                        .findFirst()
                        .flatMap(each -> briefings.sheet(each.id()))
                        .orElse(null),
                retention.lacking().stream()
                        .filter(each ->
                                each.contains(asker.region()) || asker.region().contains(each))
                        .toList());
    }

    /** What is due within the hour. */
    List<DutyView> soon() {
        Instant now = clock.instant();
        return duties.list(query(Set.of(Duty.State.OPEN), Optional.of(now.plus(SOON)), SOON_SHOWN), now);
    }

    private static DeskView.Tile tile(String path, String key, long count, boolean isAlarm) {
        return new DeskView.Tile(path, "desk.tile." + key, count, isAlarm && count > 0);
    }

    private static DutyQuery query(Set<Duty.State> states, Optional<Instant> before, int limit) {
        return new DutyQuery(
                states, Optional.empty(), Optional.empty(), Optional.empty(), before, Optional.empty(), limit);
    }

    private static List<MissingReturn> grouped(List<Returns.Missing> missing) {
        Map<DivisionCode, List<Returns.Missing>> groups = new TreeMap<>();
        missing.forEach(
                each -> groups.computeIfAbsent(each.line().unit().division().atLevel(COUNTY), _ -> new ArrayList<>())
                        .add(each));
        return groups.entrySet().stream()
                .map(each -> new MissingReturn(each.getKey(), each.getValue()))
                .toList();
    }
}
