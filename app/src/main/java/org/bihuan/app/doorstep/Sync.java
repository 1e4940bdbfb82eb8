package org.bihuan.app.doorstep;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.pack.FactFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what phones bring home. Each command is a transaction of its own. Thread-safe. */
@Component
class Sync {
    /** Clocks drift; a difference up to this is no sign that somebody set the phone's clock. */
    private static final Duration DRIFT = Duration.ofMinutes(5);

    private final Duties duties;
    private final DutyWork work;
    private final Facts facts;
    private final Rules rules;
    private final HeldStore held;

    Sync(Duties duties, DutyWork work, Facts facts, Rules rules, HeldStore held) {
        this.duties = duties;
        this.work = work;
        this.facts = facts;
        this.rules = rules;
        this.held = held;
    }

    /**
     * Records the commands in their order.
     *
     * @param source who sends them
     * @param phoneNow the phone's clock at sending, milliseconds since 1970
     */
    List<Outcome> record(List<Command> commands, String source, long phoneNow, Instant now) {
        long offset = now.toEpochMilli() - phoneNow;
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        for (Command command : commands) {
            boolean doubt = Math.abs(offset - command.offsetMillis()) > DRIFT.toMillis();
            outcomes.add(record(command, source, doubt, now));
        }
        return outcomes;
    }

    private Outcome record(Command command, String source, boolean clockChanged, Instant now) {
        Instant said = Instant.ofEpochMilli(command.phoneAt())
                .plusMillis(command.offsetMillis())
                .truncatedTo(ChronoUnit.SECONDS);
        // A moment ahead of the server's clock cannot be right: it happened at the latest when it was sent. The server
        // keeps the moment it takes the first time, so that sending the command again says the same.
        boolean ahead = said.isAfter(now);
        Instant at = ahead ? null : said;
        boolean doubt = clockChanged || ahead;
        if (command.action() == Command.Action.VISIT) {
            return outcome(command, visit(command, source, at == null ? now : at, now), at, doubt, null);
        }
        Optional<DutyView> duty = dutyId(command).flatMap(id -> duties.find(id, now));
        if (duty.isEmpty()) {
            held.keep(command, source, Asking.asker(), now);
            return new Outcome(command.id(), Outcome.Status.HELD, List.of(), at, doubt, null);
        }
        Append append = command.action() == Command.Action.ATTEMPT
                ? attempt(command, duty.get(), source, at, now)
                : evidence(command, duty.get(), source, at, now);
        return outcome(command, append, at, doubt, duty.get().metAt());
    }

    private static Optional<UUID> dutyId(Command command) {
        try {
            return Optional.of(UUID.fromString(command.target()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Append attempt(Command command, DutyView duty, String source, @Nullable Instant at, Instant now) {
        return work.record(
                duty,
                WorkKind.ATTEMPT,
                with(command.fields(), WorkKind.ATTEMPT.timeField(), at),
                source,
                command.id().toString(),
                now);
    }

    private Append evidence(Command command, DutyView duty, String source, @Nullable Instant at, Instant now) {
        String key = command.id().toString();
        Optional<FactFilter> evidence = work.evidence(duty);
        if (evidence.isEmpty()) {
            return new Append.Refused(
                    key,
                    List.of(FieldError.of(
                            "duty", duty.id(), "duty.no-evidence", "这项任务不是用现场记录完成的", "is not met by a record")));
        }
        Map<String, Object> fields = with(command.fields(), evidence.get().at(), at);
        return work.recordEvidence(duty, evidence.get(), fields, source, key, now);
    }

    private Append visit(Command command, String source, Instant at, Instant now) {
        SubjectId household = new SubjectId(Doors.HOUSEHOLD, command.target());
        RawFact raw = new RawFact(
                source,
                command.id().toString(),
                Doors.VISIT,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject(Doors.HOUSEHOLD, household)),
                null,
                with(command.fields(), "visitedAt", at));
        return facts.append(List.of(raw), rules.reader(), now).getFirst();
    }

    private static Map<String, Object> with(Map<String, Object> fields, String timeField, @Nullable Instant at) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.remove(timeField);
        if (at != null) {
            all.put(timeField, at.toString());
        }
        return all;
    }

    private static Outcome outcome(
            Command command, Append append, @Nullable Instant at, boolean doubt, @Nullable Instant metAt) {
        return switch (append) {
            case Append.Recorded _ -> new Outcome(command.id(), Outcome.Status.RECORDED, List.of(), at, doubt, metAt);
            // The duty may well be met by the very record that is repeated here.
            case Append.Repeated _ -> new Outcome(command.id(), Outcome.Status.REPEATED, List.of(), at, doubt, null);
            case Append.Conflict _ -> new Outcome(command.id(), Outcome.Status.CONFLICT, List.of(), at, doubt, null);
            case Append.Refused refused ->
                new Outcome(command.id(), Outcome.Status.REFUSED, refused.errors(), at, doubt, null);
        };
    }
}
