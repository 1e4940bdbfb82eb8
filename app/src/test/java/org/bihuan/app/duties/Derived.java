package org.bihuan.app.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.population.SubjectLinks;
import org.bihuan.policy.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The derived state as sorted lines: as it stands in the database, and as the slow twin works it out from the facts. */
final class Derived {
    private final JdbcClient database;
    private final Rules rules;
    private final Supplier<Instant> now;

    /** Of a database: connections that may read all and, for {@link #clear}, truncate. */
    Derived(JdbcClient database, Rules rules, Supplier<Instant> now) {
        this.database = database;
        this.rules = rules;
        this.now = now;
    }

    static Derived of(Machine machine) {
        return new Derived(machine.database().jdbcOfOwner(), machine.bean(Rules.class), machine::now);
    }

    /** Forgets every fact and all that came of them; orders and values stay. */
    void clear() {
        database.sql("""
                truncate facts.fact, facts.fact_subject, facts.bulk, facts.bulk_subject, facts.alias, facts.mark, facts.lookup, duties.subject, duties.decision,
                         duties.pin, duties.duty, duties.measure, duties.signal, duties.ambient
                """).update();
    }

    /** Who is one with whom, duties, measures and signals of all but regions, which have duties without facts. */
    List<String> stored() {
        List<String> lines = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows("select subject, canonical from facts.alias")) {
            lines.add("one " + row.get("subject") + " " + row.get("canonical"));
        }
        for (Map<String, @Nullable Object> row : rows("select * from duties.duty where subject not like 'region:%'")) {
            lines.add("duty "
                    + values(
                            row,
                            "id",
                            "subject",
                            "recorded_subject",
                            "pack",
                            "episode",
                            "obligation",
                            "step",
                            "owner",
                            "division",
                            "opens_at",
                            "due_at",
                            "met_fact",
                            "met_at",
                            "met_known_at",
                            "met_recorded_at",
                            "waived_at",
                            "attempts",
                            "last_result",
                            "next_attempt_at",
                            "assignee",
                            "clauses"));
        }
        for (Map<String, @Nullable Object> row :
                rows("select * from duties.measure where subject not like 'region:%'")) {
            lines.add("measure "
                    + values(
                            row,
                            "subject",
                            "kind",
                            "starts_at",
                            "ends_at",
                            "lawful_from",
                            "lawful_until",
                            "overdue_since",
                            "clauses"));
        }
        for (Map<String, @Nullable Object> row : rows("select * from duties.signal")) {
            lines.add("signal " + values(row, "source", "name", "value", "roots", "division", "starts_at", "ends_at"));
        }
        return lines.stream().sorted().toList();
    }

    /** All of the derived tables, whatever columns they have, but for when somebody looked. */
    List<String> everything() {
        List<String> lines = new ArrayList<>();
        for (String table :
                List.of("facts.alias", "duties.duty", "duties.measure", "duties.signal", "duties.subject")) {
            for (Map<String, @Nullable Object> row : rows("select * from " + table)) {
                Map<String, @Nullable Object> columns = new TreeMap<>(row);
                columns.keySet().removeAll(List.of("decided_at", "decision_id"));
                lines.add(table + " " + columns);
            }
        }
        return lines.stream().sorted().toList();
    }

    /** The twin's answer, in the form of {@link #stored}, for facts recorded at the present moment. */
    List<String> twin(List<RawFact> raw) {
        return twin(raw, now.get());
    }

    /** The twin's answer for facts recorded at a moment. */
    List<String> twin(List<RawFact> raw, Instant recordedAt) {
        List<Fact> facts = read(raw, recordedAt);
        List<String> lines = new ArrayList<>();
        SubjectLinks links = SubjectLinks.of(facts);
        facts.stream()
                .flatMap(fact -> fact.subjects().stream())
                .map(each -> each.subject())
                .distinct()
                .filter(subject -> !links.canonical(subject).equals(subject))
                .forEach(subject -> lines.add("one " + subject + " " + links.canonical(subject)));
        for (Decision decision : decide(facts)) {
            if (!decision.subject().type().equals("region")) {
                add(decision, lines);
            }
        }
        return lines.stream().sorted().toList();
    }

    /** Every duty that the facts lead to. */
    List<Duty> duties(List<RawFact> raw) {
        return decide(read(raw, now.get())).stream()
                .flatMap(decision -> decision.duties().stream())
                .toList();
    }

    private List<Decision> decide(List<Fact> facts) {
        return Population.decide(facts, rules.current(now.get()), now.get(), Scenarios.HORIZON);
    }

    private List<Fact> read(List<RawFact> raw, Instant recordedAt) {
        FactReader reader = rules.reader();
        return raw.stream()
                .map(each -> {
                    FactReader.Result result = reader.read(each, recordedAt);
                    Fact fact = result.fact();
                    if (fact == null) {
                        throw new IllegalStateException("a random history holds only good facts: " + result.errors());
                    }
                    return reader.seen(fact);
                })
                .toList();
    }

    /** Lines that only one of the states has, none when they are equal. */
    static List<String> difference(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        List<String> additional = new ArrayList<>(actual);
        actual.forEach(missing::remove);
        expected.forEach(additional::remove);
        List<String> lines = new ArrayList<>();
        missing.forEach(line -> lines.add("missing: " + line));
        additional.forEach(line -> lines.add("additional: " + line));
        return lines;
    }

    private static void add(Decision decision, List<String> lines) {
        SubjectId subject = decision.subject();
        for (Duty duty : decision.duties()) {
            Duty.Met met = duty.met();
            Duty.Waiver waiver = duty.waived();
            lines.add("duty "
                    + line(
                            duty.id(),
                            subject,
                            duty.subject(),
                            duty.pack().id(),
                            duty.episode(),
                            duty.obligation(),
                            duty.step(),
                            duty.owner(),
                            duty.division() == null ? null : duty.division().value(),
                            duty.opensAt(),
                            duty.dueAt(),
                            met == null ? null : met.fact(),
                            met == null ? null : met.happenedAt(),
                            met == null ? null : met.knownAt(),
                            met == null ? null : met.recordedAt(),
                            waiver == null ? null : waiver.at(),
                            duty.attempts().size(),
                            duty.attempts().isEmpty()
                                    ? null
                                    : duty.attempts().getLast().result(),
                            duty.nextAttemptAt(),
                            duty.assignee(),
                            String.join(" ", duty.clauses())));
        }
        for (MeasureRow row : MeasureRow.of(decision)) {
            lines.add("measure "
                    + line(
                            subject,
                            row.measure().kind(),
                            row.startsAt(),
                            row.endsAt(),
                            row.measure().from(),
                            row.measure().until(),
                            row.measure().overdueSince(),
                            String.join(" ", row.measure().clauses())));
        }
        for (Signal signal : decision.signals().stream().distinct().toList()) {
            lines.add("signal "
                    + line(
                            signal.source(),
                            signal.name(),
                            signal.value(),
                            signal.roots().stream().map(Object::toString).collect(Collectors.joining(" ")),
                            signal.division() == null ? null : signal.division().value(),
                            signal.from(),
                            signal.until()));
        }
    }

    private static String values(Map<String, @Nullable Object> row, String... columns) {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = row.get(columns[i]);
        }
        return line(values);
    }

    private static String line(@Nullable Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value instanceof Timestamp time ? time.toInstant().toString() : String.valueOf(value));
        }
        return String.join(" | ", texts);
    }

    List<Map<String, @Nullable Object>> rows(String sql) {
        return database.sql(sql).query().listOfRows();
    }

    /** The moment a row's column tells, null when it tells none. */
    static @Nullable Instant instant(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Timestamp time ? time.toInstant() : null;
    }
}
