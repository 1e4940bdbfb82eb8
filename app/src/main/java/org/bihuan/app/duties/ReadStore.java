package org.bihuan.app.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Asking;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL that reads duties, decisions and lags. The state of a duty is a question about a moment. Thread-safe. */
@Component
class ReadStore {
    static final String STATE = """
            case when waived_at <= :now then 'WAIVED'
                 when met_known_at <= :now or foreseen_known_at <= :now then 'MET'
                 when due_at <= :now then 'LATE'
                 when opens_at <= :now then 'OPEN'
                 else 'SCHEDULED' end""";

    /** Passes over what is scheduled, or over all else, within the index: it may lie between by the hundred thousand. */
    private static final String BEGINS = " and least(opens_at, due_at) ";

    private final JdbcClient database;

    ReadStore(JdbcClient database) {
        this.database = database;
    }

    private record Statement(String where, Map<String, Object> parameters) {}

    /** The conditions of a query; open and late duties are found through the index of what is unmet. */
    private static Statement statement(DutyQuery query, Instant now) {
        StringBuilder where = new StringBuilder(" where true");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        where.append(RegionFilter.duties(Asking.sight(), parameters));
        boolean unmetOnly =
                query.states().stream().noneMatch(state -> state == Duty.State.MET || state == Duty.State.WAIVED);
        if (!query.states().isEmpty()) {
            if (unmetOnly) {
                // Found through the index; evidence whose report lies ahead is not among what is met yet.
                where.append(" and met_fact is null and waived_at is null");
            }
            if (query.states().equals(Set.of(Duty.State.LATE))) {
                where.append(" and due_at <= :now");
            } else if (unmetOnly && !query.states().contains(Duty.State.LATE)) {
                where.append(" and due_at > :now"); // past all that is late, which comes first in the order of time
            }
            if (query.states().equals(Set.of(Duty.State.MET))) {
                where.append(
                        " and (met_fact is not null or foreseen_known_at is not null)"); // the index of what is done
            } else if (query.states().equals(Set.of(Duty.State.WAIVED))) {
                where.append(" and waived_at is not null");
            }
            if (query.states().equals(Set.of(Duty.State.SCHEDULED))) {
                where.append(BEGINS).append("> :now");
            } else if (unmetOnly && !query.states().contains(Duty.State.SCHEDULED)) {
                where.append(BEGINS).append("<= :now");
            }
            where.append(" and ").append(STATE).append(" in (:states)");
            parameters.put("states", query.states().stream().map(Enum::name).toList());
        }
        query.division().ifPresent(division -> {
            where.append(" and division between :first and :last");
            parameters.put("first", division.value());
            parameters.put("last", division.last());
        });
        query.owner().ifPresent(owner -> {
            where.append(" and owner = :owner");
            parameters.put("owner", owner);
        });
        query.kind().ifPresent(kind -> {
            where.append(" and kind = :kind");
            parameters.put("kind", kind);
        });
        query.dueBefore().ifPresent(due -> {
            where.append(" and due_at < :dueBefore");
            parameters.put("dueBefore", due.atOffset(ZoneOffset.UTC));
        });
        if (query.assigned().isNobody()) {
            where.append(" and assignee is null");
        } else if (!query.assigned().names().isEmpty()) {
            where.append(" and assignee in (:assignees)");
            parameters.put("assignees", query.assigned().names());
        }
        return new Statement(where.toString(), parameters);
    }

    List<DutyView> list(DutyQuery query, Instant now) {
        Statement statement = statement(query, now);
        String after = "";
        if (query.after().isPresent()) {
            after = " and (due_at, id) > (:afterDue, :afterId)";
            statement.parameters().put("afterDue", query.after().get().dueAt().atOffset(ZoneOffset.UTC));
            statement.parameters().put("afterId", query.after().get().id());
        }
        return database.sql("select *, " + STATE + " as state from duties.duty" + statement.where() + after
                        + " order by due_at, id limit " + query.limit())
                .params(statement.parameters())
                .query((row, number) -> duty(row))
                .list();
    }

    /** Signals that began in the time and still last. What one subject tells several others is one thing to know. */
    private static final String GIVEN = " from duties.signal"
            + " where starts_at > :after and starts_at <= :until and (ends_at is null or ends_at > :until)";

    long countSignals(DivisionCode division, Instant after, Instant until) {
        Map<String, Object> parameters = given(after, until);
        String within = RegionFilter.within(division, parameters);
        return database.sql("select count(*) from (select distinct source, value" + GIVEN + within + ") given")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    List<SignalView> signals(DivisionCode division, Instant after, Instant until, int limit) {
        Map<String, Object> parameters = given(after, until);
        String within = RegionFilter.within(division, parameters);
        parameters.put("limit", limit);
        return database.sql("select * from (select distinct on (source, value) *" + GIVEN + within
                        + " order by source, value, starts_at desc, number) given"
                        + " order by starts_at desc, source, number limit :limit")
                .params(parameters)
                .query((row, number) -> signal(row))
                .list();
    }

    private static Map<String, Object> given(Instant after, Instant until) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", after.atOffset(ZoneOffset.UTC));
        parameters.put("until", until.atOffset(ZoneOffset.UTC));
        return parameters;
    }

    private static SignalView signal(ResultSet row) throws SQLException {
        long place = row.getLong("division");
        return new SignalView(
                SubjectId.parse(row.getString("source")),
                row.getString("name"),
                row.getString("value"),
                place == 0 ? null : new DivisionCode(place),
                instant(row, "starts_at"));
    }

    /** How many there are by state; states without any are left out. */
    Map<Duty.State, Long> count(DutyQuery query, Instant now) {
        Statement statement = statement(query, now);
        Map<Duty.State, Long> counts = new HashMap<>();
        database.sql("select " + STATE + " as state, count(*) as number from duties.duty" + statement.where()
                        + " group by 1")
                .params(statement.parameters())
                .query(row -> {
                    counts.put(Duty.State.valueOf(row.getString("state")), row.getLong("number"));
                });
        return counts;
    }

    /** How many of the query's duties lie in each division of a level, 3 to 5; those known less finely are left out. */
    Map<DivisionCode, Long> countByPlace(DutyQuery query, int level, Instant now) {
        Statement statement = statement(query, now);
        long unit = level == 3 ? 1_000_000L : level == 4 ? 1_000L : 1L;
        Map<DivisionCode, Long> counts = new HashMap<>();
        database.sql("select division / " + unit + " as place, count(*) as number from duties.duty" + statement.where()
                        + " and division is not null group by 1")
                .params(statement.parameters())
                .query(row -> {
                    counts.put(new DivisionCode(row.getLong("place") * unit), row.getLong("number"));
                });
        counts.keySet().removeIf(place -> place.level() < level);
        return counts;
    }

    /** Those of the subjects of which some rule had judged something by the moment. */
    Set<SubjectId> judged(Set<SubjectId> subjects, Instant then) {
        return database
                .sql("select distinct subject from duties.pin where subject = any(:subjects) and pinned_at <= :then")
                .param("subjects", subjects.stream().map(SubjectId::toString).toArray(String[]::new))
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, number) -> SubjectId.parse(row.getString("subject")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    Optional<DutyView> find(UUID id, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put("id", id);
        String seen = RegionFilter.duties(Asking.sight(), parameters);
        return database.sql("select *, " + STATE + " as state from duties.duty where id = :id" + seen)
                .params(parameters)
                .query((row, number) -> duty(row))
                .optional();
    }

    private static DutyView duty(ResultSet row) throws SQLException {
        long division = row.getLong("division");
        return new DutyView(
                row.getObject("id", UUID.class),
                SubjectId.parse(row.getString("subject")),
                SubjectId.parse(row.getString("recorded_subject")),
                row.getString("pack"),
                row.getString("obligation"),
                row.getString("step"),
                row.getString("kind"),
                row.getString("owner"),
                division == 0 ? null : new DivisionCode(division),
                instant(row, "opens_at"),
                instant(row, "due_at"),
                met(row, "met_at", "foreseen_at"),
                met(row, "met_known_at", "foreseen_known_at"),
                findInstant(row, "waived_at"),
                row.getInt("attempts"),
                row.getString("last_result"),
                findInstant(row, "next_attempt_at"),
                row.getString("assignee"),
                Arrays.stream(row.getString("clauses").split(" "))
                        .filter(clause -> !clause.isEmpty())
                        .collect(Collectors.toList()),
                new Wording(row.getString("title_zh"), row.getString("title_en")),
                Duty.State.valueOf(row.getString("state")));
    }

    /** A moment of the evidence, or of that whose report has come in the meantime. */
    private static @Nullable Instant met(ResultSet row, String column, String foreseen) throws SQLException {
        Instant met = findInstant(row, column);
        return met == null && row.getString("state").equals(Duty.State.MET.name()) ? findInstant(row, foreseen) : met;
    }

    /** What is stored of a subject's state. */
    record StoredState(
            @Nullable Instant decidedAt, @Nullable String parkedReason) {}

    Optional<StoredState> state(SubjectId subject) {
        return database.sql("select decided_at, parked_reason from duties.subject where subject = :subject")
                .param("subject", subject.toString())
                .query((row, number) -> new StoredState(findInstant(row, "decided_at"), row.getString("parked_reason")))
                .optional();
    }

    List<SubjectState.Stored> decisions(SubjectId subject, int limit) {
        return database.sql("""
                        select decided_at, body from duties.decision where subject = :subject
                         order by decided_at desc, seq desc limit :limit
                        """)
                .param("subject", subject.toString())
                .param("limit", limit)
                .query((row, number) -> new SubjectState.Stored(instant(row, "decided_at"), row.getString("body")))
                .list();
    }

    private static final String IN_FORCE = " from duties.measure where kind in (:kinds) and starts_at <= :now"
            + " and (ends_at is null or ends_at > :now)";

    long countUnderMeasure(Set<String> kinds, Instant now) {
        Map<String, Object> parameters = inForce(kinds, now);
        String seen = RegionFilter.region(Asking.sight(), parameters);
        return database.sql("select count(distinct subject)" + IN_FORCE + seen)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    List<MeasureView> underMeasure(Set<String> kinds, Instant now, String after, int limit) {
        Map<String, Object> parameters = inForce(kinds, now);
        String seen = RegionFilter.region(Asking.sight(), parameters);
        parameters.put("after", after);
        parameters.put("limit", limit);
        return database.sql("select distinct on (subject) *" + IN_FORCE + seen
                        + " and subject > :after order by subject, lawful_until desc nulls first limit :limit")
                .params(parameters)
                .query((row, number) -> measure(row))
                .list();
    }

    private static Map<String, Object> inForce(Set<String> kinds, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("kinds", kinds);
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        return parameters;
    }

    private static MeasureView measure(ResultSet row) throws SQLException {
        long division = row.getLong("division");
        return new MeasureView(
                SubjectId.parse(row.getString("subject")),
                row.getString("kind"),
                division == 0 ? null : new DivisionCode(division),
                instant(row, "lawful_from"),
                findInstant(row, "lawful_until"),
                findInstant(row, "overdue_since"));
    }

    /** The moment for which the most overdue subject waits. */
    Optional<Instant> oldestDue(Instant now) {
        return database.sql(
                        "select min(next_change_at) as at from duties.subject where next_change_at <= :now and parked_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(findInstant(row, "at")))
                .single();
    }

    List<Parked> parked(int limit) {
        return database.sql("""
                        select subject, parked_at, parked_reason from duties.subject
                         where parked_at is not null order by parked_at, subject limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> Parked.of(
                        SubjectId.parse(row.getString("subject")),
                        instant(row, "parked_at"),
                        String.valueOf(row.getString("parked_reason"))))
                .list();
    }

    long parked() {
        return database.sql("select count(*) from duties.subject where parked_at is not null")
                .query(Long.class)
                .single();
    }

    long due(Instant now) {
        return database.sql("select count(*) from duties.subject where next_change_at <= :now and parked_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
