package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.bihuan.kernel.DivisionCode;
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
    private static final String PLACE = "division";

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
        return commands.stream()
                .map(each ->
                        record(each, source, PhoneMoment.of(each.phoneAt(), each.offsetMillis(), phoneNow, now), now))
                .toList();
    }

    private Outcome record(Command command, String source, PhoneMoment moment, Instant now) {
        Instant at = moment.at();
        if (command.action() == Command.Action.VISIT) {
            return Outcome.of(command.id(), visit(command, source, at == null ? now : at, now), moment, null);
        }
        Optional<DutyView> duty = command.dutyId().flatMap(id -> duties.find(id, now));
        if (duty.isEmpty()) {
            held.keep(command, source, Asking.asker(), now);
            return new Outcome(command.id(), Outcome.Status.HELD, List.of(), at, moment.isDoubted(), null);
        }
        Append append = command.action() == Command.Action.ATTEMPT
                ? attempt(command, duty.get(), source, at, now)
                : evidence(command, duty.get(), source, at, now);
        return Outcome.of(command.id(), append, moment, duty.get().metAt());
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
        Map<String, Object> fields = with(command.fields(), "visitedAt", at);
        fields.remove(PLACE);
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
                place(command),
                fields);
        return facts.append(List.of(raw), rules.reader(), now).getFirst();
    }

    /** Where the door is, as the packet said, or else the region of who was there: a household of no place is the city's. */
    private static @Nullable String place(Command command) {
        return Optional.ofNullable(command.fields().get(PLACE))
                .flatMap(each -> DivisionCode.parse(each.toString()))
                .filter(Asking.sight()::sees)
                .or(() -> Asking.asker().map(Asker::region))
                .map(DivisionCode::toString)
                .orElse(null);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String timeField, @Nullable Instant at) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.remove(timeField);
        if (at != null) {
            all.put(timeField, at.toString());
        }
        return all;
    }
}
