package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TestDay;
import org.bihuan.policy.pack.TestDays;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** Writes out the steps of an obligation, gives evidence to them, and says what is missing. */
final class Obligations {
    private static final int HOURS_A_DAY = 24;

    private final Case subject;
    private final Moments moments;
    private final DutyFacts dutyFacts;
    private final Instant knowledge;

    Obligations(Case subject, Moments moments, DutyFacts dutyFacts, Instant knowledge) {
        this.subject = subject;
        this.moments = moments;
        this.dutyFacts = dutyFacts;
        this.knowledge = knowledge;
    }

    /**
     * The steps of an obligation without repetition.
     *
     * @param serves kinds of the measures that it is demanded together with: while they rest, so does it
     * @param earliest no step opens before this moment
     * @param clauses clauses of the row that demands it
     */
    Obligation steps(DutyDefinition definition, Collection<String> serves, Instant earliest, List<String> clauses) {
        Evidence evidence = new Evidence(definition.evidence(), subject.facts(), knowledge);
        List<Duty> duties = new ArrayList<>();
        List<Release.Because> missing = new ArrayList<>();
        Instant knownAt = Instant.MIN;
        Instant before = null;
        for (int i = 0; i < definition.steps().size(); i++) {
            DutyDefinition.Step step = definition.steps().get(i);
            Instant opens = opens(definition, step, i == 0 ? null : before, earliest);
            Instant due = moments.resolve(step.due());
            if (opens == null || due == null) {
                missing.add(because(definition, "evidence-missing", i, clauses));
                continue;
            }
            List<UUID> ids = DutyIds.of(subject.episode(), packId(), definition.key(), Integer.toString(i + 1));
            Duty.Waiver waiver = dutyFacts.waiver(ids);
            StandingFact fact = evidence.take(opens, null);
            StandingFact outstanding = fact == null ? evidence.findPending(opens) : null;
            Duty.Met met = fact == null ? null : evidence.met(fact);
            duties.add(duty(
                    definition, Integer.toString(i + 1), ids, opens, rested(serves, opens, due), met, waiver, clauses));
            if (met != null) {
                knownAt = met.knownAt().isAfter(knownAt) ? met.knownAt() : knownAt;
            } else if (waiver == null || waiver.at().isAfter(knowledge)) {
                boolean tooClose = before != null && evidence.hasBetween(before, opens);
                missing.add(because(
                        definition,
                        outstanding != null ? "result-pending" : tooClose ? "spacing-too-short" : "evidence-missing",
                        i,
                        clauses));
            }
            before = fact != null
                    ? evidence.happenedAt(fact)
                    : outstanding != null ? evidence.happenedAt(outstanding) : opens;
        }
        return new Obligation(definition, duties, missing, knownAt);
    }

    /** The tests of a schedule, each on its civil days; none while the schedule is unset. */
    Obligation scheduled(
            DutyDefinition definition,
            TestDays schedule,
            Collection<String> serves,
            Instant earliest,
            List<String> clauses) {
        List<Duty> duties = new ArrayList<>();
        List<Release.Because> missing = new ArrayList<>();
        Instant from = moments.resolve(schedule.from());
        if (!(subject.bound().value(schedule.parameter()) instanceof ParameterValue.Schedule days)) {
            moments.unset().add(schedule.parameter());
            return new Obligation(
                    definition, duties, List.of(because(definition, "evidence-missing", 0, clauses)), Instant.MIN);
        }
        if (from == null) {
            return new Obligation(
                    definition, duties, List.of(because(definition, "evidence-missing", 0, clauses)), Instant.MIN);
        }
        Map<String, Evidence> byKind = new HashMap<>();
        Instant knownAt = Instant.MIN;
        for (int i = 0; i < days.value().size(); i++) {
            TestDay day = days.value().get(i);
            Instant opens = later(later(day(from, day.from() - schedule.firstDay()), from), earliest);
            Instant due = day(from, day.to() - schedule.firstDay() + 1);
            Evidence evidence = byKind.computeIfAbsent(
                    schedule.kind(day),
                    kind -> new Evidence(
                            definition.evidence().only(schedule.kindField(), kind), subject.facts(), knowledge));
            String step = Integer.toString(i + 1);
            List<UUID> ids = DutyIds.of(subject.episode(), packId(), definition.key(), step);
            Duty.Waiver waiver = dutyFacts.waiver(ids);
            StandingFact fact = evidence.take(opens, null);
            Duty.Met met = fact == null ? null : evidence.met(fact);
            duties.add(duty(definition, step, ids, opens, rested(serves, opens, due), met, waiver, clauses));
            if (met != null) {
                knownAt = later(knownAt, met.knownAt());
            } else if (waiver == null || waiver.at().isAfter(knowledge)) {
                boolean pending = evidence.findPending(opens) != null;
                missing.add(because(definition, pending ? "result-pending" : "evidence-missing", i, clauses));
            }
        }
        return new Obligation(definition, duties, missing, knownAt);
    }

    /** Kinds of the measures that the duty serves; none while nothing rests, when nobody needs to know. */
    Set<String> served(DutyDefinition definition) {
        return dutyFacts.rests().isEmpty()
                ? Set.of()
                : Suspension.served(subject.bound().pack(), definition.key());
    }

    private Instant rested(Collection<String> serves, Instant opens, Instant due) {
        return dutyFacts.rests().due(serves, opens, due);
    }

    /** The midnight that begins the civil day so many days after that of the moment. */
    private Instant day(Instant from, int days) {
        return subject.date(from)
                .plusDays(days)
                .atStartOfDay(subject.bound().zone())
                .toInstant();
    }

    /** The turns of a repeated duty from its opening until the end, or the horizon when the end is not known. */
    List<Duty> repeated(
            DutyDefinition definition,
            DutyDefinition.Repeat repeat,
            Collection<String> serves,
            Instant earliest,
            @Nullable Instant end,
            Duration horizon,
            List<String> clauses) {
        Evidence evidence = new Evidence(definition.evidence(), subject.facts(), knowledge);
        List<Duty> duties = new ArrayList<>();
        Instant opens = opens(definition, definition.steps().getFirst(), null, earliest);
        Long dueHour = subject.bound().whole(repeat.due());
        if (dueHour == null) {
            moments.unset().add(repeat.due());
        }
        if (opens == null || dueHour == null) {
            return duties;
        }
        int hour = Math.clamp(dueHour, 1, HOURS_A_DAY);
        Instant limit = end == null ? later(opens, knowledge).plus(horizon) : end;
        for (Turn turn : Turn.list(subject, repeat, hour, opens, limit)) {
            List<UUID> ids = DutyIds.of(subject.episode(), packId(), definition.key(), turn.step());
            StandingFact fact = evidence.take(turn.opensAt(), turn.endsAt());
            Duty.Met met = fact == null ? null : evidence.met(fact);
            Duty.Waiver waiver = dutyFacts.waiver(ids);
            if (waiver == null && met == null) {
                waiver = dutyFacts.rests().turn(serves, turn.dueAt());
            }
            duties.add(duty(definition, turn.step(), ids, turn.opensAt(), turn.dueAt(), met, waiver, clauses));
        }
        return duties;
    }

    private @Nullable Instant opens(
            DutyDefinition definition, DutyDefinition.Step step, @Nullable Instant before, Instant earliest) {
        Instant opens = step.opens() == null ? null : moments.resolve(step.opens());
        String spacing = definition.spacing();
        if (before != null && spacing != null) {
            Long least = subject.bound().whole(spacing);
            if (least == null) {
                moments.unset().add(spacing);
                return null;
            }
            Instant spaced =
                    before.plusSeconds(least * subject.bound().unit(spacing).seconds());
            opens = opens == null ? spaced : later(opens, spaced);
        } else if (opens == null && step.opens() == null) {
            opens = before == null ? earliest : before;
        }
        return opens == null ? null : later(opens, earliest);
    }

    private Duty duty(
            DutyDefinition definition,
            String step,
            List<UUID> ids,
            Instant opensAt,
            Instant dueAt,
            Duty.@Nullable Met met,
            Duty.@Nullable Waiver waiver,
            List<String> clauses) {
        return new Duty(
                ids.getFirst(),
                ids.subList(1, ids.size()),
                subject.episode().subject(),
                subject.bound().pack().reference(),
                subject.episode().root(),
                definition.key(),
                step,
                definition.kind(),
                definition.owner(),
                subject.episode().division(),
                opensAt,
                dutyFacts.extended(ids, dueAt),
                met,
                waiver,
                dutyFacts.attempts(ids),
                dutyFacts.assignee(ids),
                definition.clauses().isEmpty() ? clauses : definition.clauses(),
                definition.wording());
    }

    private Release.Because because(DutyDefinition definition, String reason, int step, List<String> clauses) {
        String number = definition.steps().size() == 1 ? "" : " " + (step + 1);
        Wording why = switch (reason) {
            case "result-pending" -> new Wording("结果未出", "the result is pending");
            case "spacing-too-short" -> new Wording("采样间隔不足", "the samples lie too close together");
            default -> new Wording("尚无合格证据", "no evidence that counts");
        };
        return new Release.Because(
                reason,
                new Wording(
                        definition.wording().zh() + number + "：" + why.zh(),
                        definition.wording().en() + number + ": " + why.en()),
                definition.clauses().isEmpty() ? clauses : definition.clauses());
    }

    private String packId() {
        return subject.bound().pack().id();
    }

    static Instant later(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }
}
