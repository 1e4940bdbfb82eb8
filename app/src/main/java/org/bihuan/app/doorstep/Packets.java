package org.bihuan.app.doorstep;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.work.WorkKind;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes packets. Thread-safe. */
@Component
class Packets {
    /** So that a packet stays near one megabyte and a cheap phone can hold it. */
    static final int MOST_PEOPLE = 3_000;

    static final int MOST_TASKS = 3_000;
    private static final int PAGE = 500;
    private static final int COUNTY = 3;

    private final Duties duties;
    private final Doors doors;
    private final PacketForms forms;
    private final ZoneId zone;
    private final Duration kept;

    Packets(
            Duties duties,
            Doors doors,
            PacketForms forms,
            @Value("${bihuan.zone}") ZoneId zone,
            @Value("${bihuan.doorstep.kept:3d}") Duration kept) {
        this.duties = duties;
        this.doors = doors;
        this.forms = forms;
        this.zone = zone;
        this.kept = kept;
    }

    /** A packet, or why there is none. */
    sealed interface Result {
        /** There it is. */
        record Made(Packet packet) implements Result {}

        /** More people or tasks than a packet may hold; a smaller place is to be chosen. */
        record TooLarge(int most) implements Result {}
    }

    /**
     * The packet of a division for the day.
     *
     * @param owner only what this role owes; empty for all
     */
    @Transactional(readOnly = true)
    public Result make(DivisionCode division, Optional<String> owner, Instant now) {
        // Who owes something about single people takes those along, and nobody else who lives there.
        Map<SubjectId, Doors.Resident> residents =
                Asking.may(Permission.VISIT_HOUSEHOLDS) ? doors.residents(division, MOST_PEOPLE + 1, now) : Map.of();
        List<DutyView> owed = owed(division, owner, now);
        if (residents.size() > MOST_PEOPLE || owed.size() > MOST_TASKS) {
            return new Result.TooLarge(Math.min(MOST_PEOPLE, MOST_TASKS));
        }
        List<SubjectId> strangers = owed.stream()
                .map(DutyView::subject)
                .filter(subject -> !residents.containsKey(subject))
                .distinct()
                .toList();
        Map<SubjectId, Doors.Resident> known = new LinkedHashMap<>(doors.others(strangers, now));
        known.putAll(residents);
        Map<String, Packet.Form> asked = new LinkedHashMap<>();
        List<PacketTask> tasks = new ArrayList<>();
        for (DutyView duty : owed) {
            String key = duty.pack() + "/" + duty.obligation();
            if (!asked.containsKey(key)) {
                forms.evidence(duty).ifPresent(form -> asked.put(key, form));
            }
            Doors.Resident who = known.get(duty.subject());
            tasks.add(task(
                    duty,
                    who,
                    residents.containsKey(duty.subject()),
                    asked.containsKey(key) ? Optional.of(key) : Optional.empty()));
        }
        return new Result.Made(new Packet(
                UUID.randomUUID(),
                division.toString(),
                name(division),
                now,
                now.plus(kept),
                doors.doors(residents.values()),
                tasks,
                asked,
                forms.of(WorkKind.ATTEMPT.factKind(), WorkKind.ATTEMPT.timeField(), WorkKind.ATTEMPT.required()),
                forms.of(Doors.VISIT, "visitedAt", List.of("result"))));
    }

    /** From the county down, as people in the city call it. */
    private static String name(DivisionCode division) {
        String own = Divisions.load().findName(division).orElse(division.toString());
        return division.level() <= COUNTY
                ? own
                : Divisions.load().findName(division.atLevel(COUNTY)).orElse("") + own;
    }

    /** What is late, open, or opens before the day is over, in the order in which it is due. */
    private List<DutyView> owed(DivisionCode division, Optional<String> owner, Instant now) {
        Instant tomorrow =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        List<DutyView> owed = new ArrayList<>();
        Optional<DutyQuery.Position> after = Optional.empty();
        while (owed.size() <= MOST_TASKS) {
            List<DutyView> page = duties.list(
                    new DutyQuery(
                            Set.of(Duty.State.LATE, Duty.State.OPEN, Duty.State.SCHEDULED),
                            Optional.of(division),
                            owner,
                            Optional.empty(),
                            Optional.empty(),
                            after,
                            PAGE),
                    now);
            page.stream().filter(duty -> duty.opensAt().isBefore(tomorrow)).forEach(owed::add);
            if (page.size() < PAGE) {
                break;
            }
            after = Optional.of(new DutyQuery.Position(
                    page.getLast().dueAt(), page.getLast().id()));
        }
        return owed;
    }

    private static PacketTask task(
            DutyView duty,
            Doors.@org.jspecify.annotations.Nullable Resident who,
            boolean lives,
            Optional<String> form) {
        return new PacketTask(
                duty.id(),
                lives && who != null ? who.household() : null,
                duty.subject().toString(),
                who == null ? duty.subject().id() : who.name(),
                duty.title(),
                duty.state().name().toLowerCase(Locale.ROOT),
                duty.opensAt(),
                duty.dueAt(),
                duty.attempts(),
                duty.lastResult(),
                duty.nextAttemptAt(),
                form.orElse(null));
    }
}
