package org.bihuan.app.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of subjects, pins, signals and what decisions read. Runs in the caller's transaction. Thread-safe. */
@Component
class StateStore {
    private static final Comparator<Signal> SIGNAL_ORDER = Comparator.comparing(
                    (Signal each) -> each.source().toString())
            .thenComparing(Signal::name)
            .thenComparing(Signal::from)
            .thenComparing(Signal::value)
            .thenComparing(Signal::toString);

    private final JdbcTemplate jdbc;

    StateStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A pin as stored. */
    record StoredPin(UUID episode, String pack, String hash, String settingsVersion, long lists) {}

    /** What is known of a locked subject; its hashes are null when nobody has looked at it yet. */
    record Locked(
            SubjectId subject,
            @Nullable UUID contentHash,
            @Nullable UUID groupHash,
            boolean isParked) {}

    void ensure(Collection<SubjectId> subjects) {
        jdbc.update(
                "insert into duties.subject (subject) select * from unnest(?::text[]) on conflict do nothing",
                (Object) Arrays.stream(names(subjects)).sorted().toArray(String[]::new));
    }

    /** Locks those that nobody else holds. */
    List<Locked> lock(Collection<SubjectId> subjects) {
        return lock(subjects, " skip locked");
    }

    /** Locks all of them, waiting for whoever holds one; workers never wait. Makes the rows that are not there yet. */
    List<Locked> lockAll(Collection<SubjectId> subjects) {
        List<Locked> locked = lock(subjects, "");
        if (locked.size() == subjects.size()) {
            return locked;
        }
        ensure(subjects);
        return lock(subjects, "");
    }

    private List<Locked> lock(Collection<SubjectId> subjects, String how) {
        return jdbc.query(
                """
                select subject, content_hash, group_hash, parked_at is not null from duties.subject
                 where subject = any(?)
                 order by subject
                   for update""" + how,
                (rows, number) -> new Locked(
                        SubjectId.parse(rows.getString(1)),
                        rows.getObject(2, UUID.class),
                        rows.getObject(3, UUID.class),
                        rows.getBoolean(4)),
                (Object) names(subjects));
    }

    /** Subjects whose next change has come, the most overdue first. */
    List<SubjectId> due(Instant now, int limit) {
        return jdbc.query(
                """
                select subject from duties.subject
                 where next_change_at <= ? and parked_at is null
                 order by next_change_at limit ?
                """, (rows, number) -> SubjectId.parse(rows.getString(1)), now.atOffset(ZoneOffset.UTC), limit);
    }

    /**
     * Keeps when subjects were looked at and when to look again.
     *
     * @param turn when an order comes into force or ends, so that everybody is to be looked at, null for never
     */
    void save(List<Change> changes, Map<SubjectId, UUID> decisions, @Nullable Instant turn) {
        new BulkStatement<>(changes)
                .column("text", each -> each.subject().toString())
                .column("timestamptz", each -> each.decision().decidedAt())
                .column("timestamptz", each -> earlier(each.decision().nextChangeAt(), turn))
                .column("uuid", Change::contentHash)
                .column("uuid", Change::groupHash)
                .column("uuid", each -> decisions.get(each.subject()))
                .update(jdbc, """
                        update duties.subject s
                           set decided_at = n.decided_at, next_change_at = n.next_change_at,
                               content_hash = n.content_hash, group_hash = n.group_hash,
                               decision_id = coalesce(n.decision_id, s.decision_id),
                               parked_at = null, parked_reason = null
                          from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::uuid[])
                               as n(subject, decided_at, next_change_at, content_hash, group_hash, decision_id)
                         where s.subject = n.subject
                        """);
    }

    private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        return left == null || right != null && right.isBefore(left) ? right : left;
    }

    void park(SubjectId subject, String reason, Instant now) {
        jdbc.update("""
                insert into duties.subject (subject, parked_at, parked_reason) values (?, ?, ?)
                on conflict (subject) do update set parked_at = excluded.parked_at, parked_reason = excluded.parked_reason
                """, subject.toString(), now.atOffset(ZoneOffset.UTC), reason);
    }

    /** Lets some of the parked subjects be tried again; gives them back. */
    List<SubjectId> unpark(int limit) {
        return jdbc.query("""
                update duties.subject set parked_at = null, parked_reason = null
                 where subject in (select subject from duties.subject where parked_at is not null
                                    order by subject limit ? for update)
                returning subject
                """, (rows, number) -> SubjectId.parse(rows.getString(1)), limit);
    }

    /** Parked subjects after the cursor, in order. */
    List<SubjectId> parked(String after, int limit) {
        return jdbc.query(
                "select subject from duties.subject where parked_at is not null and subject > ? order by subject limit ?",
                (rows, number) -> SubjectId.parse(rows.getString(1)),
                after,
                limit);
    }

    /** Lets one parked subject be tried again; false when it is not parked. */
    boolean unpark(SubjectId subject) {
        return jdbc.update(
                        "update duties.subject set parked_at = null, parked_reason = null where subject = ? and parked_at is not null",
                        subject.toString())
                == 1;
    }

    /** Pins made under the subjects, and pins of the episodes wherever they were made. */
    List<SubjectPin> pins(Collection<SubjectId> aliases, Collection<UUID> episodes) {
        return jdbc.query(
                "select subject, episode, pack, hash, settings_version, lists from duties.pin where subject = any(?)"
                        + (episodes.isEmpty() ? "" : " or episode = any(?)"),
                (rows, number) -> new SubjectPin(
                        SubjectId.parse(rows.getString(1)),
                        new StoredPin(
                                rows.getObject(2, UUID.class),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getLong(6))),
                episodes.isEmpty()
                        ? new Object[] {names(aliases)}
                        : new Object[] {names(aliases), episodes.toArray(UUID[]::new)});
    }

    /** A pin with the subject it was made under. */
    record SubjectPin(SubjectId subject, StoredPin pin) {}

    void addPins(List<SubjectPin> pins, Instant now) {
        new BulkStatement<>(pins)
                .column("text", each -> each.subject().toString())
                .column("uuid", each -> each.pin().episode())
                .column("text", each -> each.pin().pack())
                .column("text", each -> each.pin().hash())
                .column("text", each -> each.pin().settingsVersion())
                .column("int8", each -> each.pin().lists())
                .column("timestamptz", each -> now)
                .update(jdbc, """
                        insert into duties.pin (subject, episode, pack, hash, settings_version, lists, pinned_at)
                        select * from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                             ?::timestamptz[])
                        on conflict do nothing
                        """);
    }

    Map<SubjectId, List<Signal>> signals(Collection<SubjectId> sources) {
        Map<SubjectId, List<Signal>> signals = new HashMap<>();
        if (!sources.isEmpty()) {
            jdbc.query(
                    """
                    select source, name, value, roots, division, starts_at, ends_at from duties.signal
                     where source = any(?) order by source, number
                    """,
                    rows -> {
                        Signal signal = signal(rows);
                        signals.computeIfAbsent(signal.source(), key -> new ArrayList<>())
                                .add(signal);
                    },
                    (Object) names(sources));
        }
        return signals;
    }

    private static Signal signal(ResultSet rows) throws SQLException {
        OffsetDateTime until = rows.getObject("ends_at", OffsetDateTime.class);
        long division = rows.getLong("division");
        return new Signal(
                rows.getString("name"),
                rows.getString("value"),
                SubjectId.parse(rows.getString("source")),
                Arrays.stream(rows.getString("roots").split(" "))
                        .map(UUID::fromString)
                        .toList(),
                division == 0 ? null : new DivisionCode(division),
                rows.getObject("starts_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }

    /** Says until the end of the transaction that the sources are being looked at and may be going to signal. */
    void announce(Collection<SubjectId> sources) {
        if (!sources.isEmpty()) {
            jdbc.query(
                    "select pg_advisory_xact_lock(k) from (select unnest(?::bigint[]) as k order by k) keys",
                    rows -> {},
                    (Object) sources.stream().map(StateStore::announcement).toArray(Long[]::new));
        }
    }

    /** Of the sources those that another worker is looking at; nobody waits for anybody. */
    Set<SubjectId> announcing(Collection<SubjectId> sources) {
        Set<SubjectId> announcing = new HashSet<>();
        if (!sources.isEmpty()) {
            jdbc.query(
                    """
                    select s, case when pg_try_advisory_lock_shared(k) then not pg_advisory_unlock_shared(k) else true end
                      from unnest(?::text[], ?::bigint[]) as source(s, k)
                    """,
                    rows -> {
                        if (rows.getBoolean(2)) {
                            announcing.add(SubjectId.parse(rows.getString(1)));
                        }
                    },
                    names(sources),
                    sources.stream().map(StateStore::announcement).toArray(Long[]::new));
        }
        return announcing;
    }

    private static Long announcement(SubjectId source) {
        return HashId.of("announcement", source.toString()).getMostSignificantBits();
    }

    /** Replaces the signals of the sources. */
    void replaceSignals(Collection<SubjectId> sources, List<Signal> signals) {
        jdbc.update("delete from duties.signal where source = any(?)", (Object) names(sources));
        Map<SubjectId, Integer> numbers = new HashMap<>();
        // Signals are rewritten only when other ones are there, so that their numbers must not depend on how they came.
        new BulkStatement<>(signals.stream().sorted(SIGNAL_ORDER).toList())
                .column("text", each -> each.source().toString())
                .column("int2", each -> numbers.merge(each.source(), 1, Integer::sum))
                .column("text", Signal::name)
                .column("text", Signal::value)
                .column(
                        "text",
                        each -> each.roots().stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .column("int8", StateStore::division)
                .column("timestamptz", Signal::from)
                .column("timestamptz", Signal::until)
                .update(jdbc, """
                        insert into duties.signal (source, number, name, value, roots, division, starts_at, ends_at)
                        select * from unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                             ?::timestamptz[], ?::timestamptz[])
                        """);
    }

    private static @Nullable Long division(Signal signal) {
        DivisionCode division = signal.division();
        return division == null ? null : division.value();
    }

    /** One key that a subject's decision read. */
    record Ambient(SubjectId subject, String key) {}

    void addAmbient(List<Ambient> keys) {
        new BulkStatement<>(keys)
                .column("text", Ambient::key)
                .column("text", each -> each.subject().toString())
                .update(jdbc, """
                        insert into duties.ambient (key, subject)
                        select * from unnest(?::text[], ?::text[]) on conflict do nothing
                        """);
    }

    /** Subjects whose decision read the key, after the cursor, in order. */
    List<SubjectId> readers(String key, String after, int limit) {
        return jdbc.query(
                "select subject from duties.ambient where key = ? and subject > ? order by subject limit ?",
                (rows, number) -> SubjectId.parse(rows.getString(1)),
                key,
                after,
                limit);
    }

    /** Throws away all that is derived; the record stays. */
    void clearDerived() {
        for (String table : List.of("duty", "measure", "signal", "ambient")) {
            jdbc.update("delete from duties." + table);
        }
        jdbc.update("""
                update duties.subject
                   set content_hash = null, group_hash = null, next_change_at = null, decided_at = null,
                       parked_at = null, parked_reason = null
                """);
    }

    /** Everybody who has ever been judged, after the cursor, in order. */
    List<SubjectId> all(String after, int limit) {
        return jdbc.query(
                "select subject from duties.subject where subject > ? order by subject limit ?",
                (rows, number) -> SubjectId.parse(rows.getString(1)),
                after,
                limit);
    }

    static String[] names(Collection<SubjectId> subjects) {
        return subjects.stream().map(SubjectId::toString).toArray(String[]::new);
    }
}
