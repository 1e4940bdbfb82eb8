package org.bihuan.app.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.app.arrivals.ClaimLists;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.briefing.Briefings;
import org.bihuan.app.destruction.Retention;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.directives.Pending;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.SignalView;
import org.bihuan.app.returns.Returns;
import org.springframework.stereotype.Component;

/** Puts a duty desk together. Thread-safe. */
@Component
class Desk {
    private static final Duration NEW = Duration.ofDays(1);
    private static final String CLAIMS = "/arrivals/claims";
    private static final int SHOWN = 50;
    private static final int BRIEFINGS = 60;

    private final Duties duties;
    private final DutyLists lists;
    private final Returns returns;
    private final Directives directives;
    private final ClaimLists claims;
    private final Briefings briefings;
    private final DeskShift shift;
    private final Retention retention;
    private final Clock clock;

    Desk(
            Duties duties,
            DutyLists lists,
            Asked asked,
            Briefings briefings,
            DeskShift shift,
            Retention retention,
            Clock clock) {
        this.duties = duties;
        this.lists = lists;
        this.returns = asked.returns();
        this.directives = asked.directives();
        this.claims = asked.claims();
        this.briefings = briefings;
        this.shift = shift;
        this.retention = retention;
        this.clock = clock;
    }

    /** What others are asked for: to report, to answer, and to compare documents. */
    @Component
    record Asked(Returns returns, Directives directives, ClaimLists claims) {}

    DeskView of(Asker asker) {
        Instant now = clock.instant();
        DeskView.Owed owed = lists.of(asker.region(), now);
        List<SignalView> signals = duties.signals(asker.region(), now.minus(NEW), now, SHOWN);
        long signalCount = duties.countSignals(asker.region(), now.minus(NEW), now);
        List<Pending> mine = directives.mine(asker, now, SHOWN);
        List<Pending> waiting = directives.pending(asker.region(), now, SHOWN);
        long waitingCount = directives.countPending(asker.region(), now);
        MissingByDistrict missing = new MissingByDistrict(SHOWN);
        returns.missing(now, missing::add);
        return new DeskView(
                now,
                Stream.of(
                                tile("/duties?state=late", "late", owed.lateCount(), true),
                                tile("/desk/soon", "soon", owed.soonCount(), false),
                                tile("/duties?state=open", "open", owed.openCount(), false),
                                tile("/desk#signals", "signals", signalCount, false),
                                tile("/directives", "directives", directives.countMine(asker, now), true),
                                tile("/desk#waiting", "waiting", waitingCount, false),
                                tile("/returns?state=missing", "missing", missing.count(), true),
                                tile(CLAIMS, "claims", uncompared(asker, now), false))
                        .filter(each -> !each.path().equals(CLAIMS) || each.count() > 0)
                        .toList(),
                owed,
                signals,
                signalCount,
                mine,
                waiting,
                waitingCount,
                missing.groups(),
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

    /** Of whoever may compare documents; nobody else is led to a page that does not open. */
    private long uncompared(Asker asker, Instant now) {
        return asker.may(Permission.HAND_OVER_ARRIVALS) ? claims.count(true, now) : 0;
    }

    private static DeskView.Tile tile(String path, String key, long count, boolean isAlarm) {
        return new DeskView.Tile(path, "desk.tile." + key, count, isAlarm && count > 0);
    }
}
