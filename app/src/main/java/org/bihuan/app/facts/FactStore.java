package org.bihuan.app.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.app.database.AdvisoryLock;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** SQL of the fact tables. Every call runs in the caller's transaction. Thread-safe. */
@Component
class FactStore {
    /** The escape of U+0000 in JSON, but not an escaped backslash followed by u0000. */
    private static final Pattern NOTHING = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private static final String COLUMNS =
            "f.id, f.kind, f.occurred_at, f.stated_at, f.position, f.recorded_at, f.trust, f.corrects, f.division, f.subjects, f.fields, f.declaration, f.fits";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final MarkBell bell = new MarkBell();

    FactStore(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void lock(boolean alone) {
        jdbc.execute("select pg_advisory_xact_lock" + (alone ? "" : "_shared") + "(" + AdvisoryLock.FACTS.key() + ")");
    }

    /** Inserts those that are not there yet; gives back their ids. The facts must be sorted by id. */
    Set<UUID> insert(List<NewFact> facts) {
        Set<UUID> inserted = new HashSet<>();
        new BulkStatement<>(facts)
                .column("uuid", each -> each.fact().id().value())
                .column("text", each -> each.raw().source())
                .column("text", each -> each.raw().key())
                .column("text", each -> each.fact().kind())
                .column("int2", each -> each.raw().schema())
                .column("timestamptz", each -> each.fact().occurredAt())
                .column("timestamptz", each -> each.fact().statedAt())
                .column("int8", each -> each.fact().order())
                .column("timestamptz", each -> each.fact().recordedAt())
                .column("int2", each -> each.fact().trust())
                .column("uuid", each -> {
                    FactId corrects = each.fact().corrects();
                    return corrects == null ? null : corrects.value();
                })
                .column("int8", each -> {
                    DivisionCode division = each.fact().division();
                    return division == null ? null : division.value();
                })
                .column("text", each -> FieldCodec.writeSubjects(each.fact().subjects()))
                .column("text", each -> FieldCodec.write(each.fact().fields()))
                .column(
                        "text",
                        each -> withoutNothing(
                                json.writeValueAsString(each.raw().payload())))
                .column("uuid", NewFact::contentHash)
                .column("uuid", NewFact::declaration)
                .column("text", each -> each.raw().occurredAt())
                .column("text", each -> each.raw().statedAt())
                .query(jdbc, """
                        insert into facts.fact (id, source, key, kind, schema, occurred_at, stated_at, position, recorded_at,
                                                trust, corrects, division, subjects, fields, payload, content_hash,
                                                declaration, occurred_said, stated_said)
                        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::timestamptz[],
                                             ?::timestamptz[], ?::bigint[], ?::timestamptz[], ?::smallint[], ?::uuid[],
                                             ?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                                             ?::uuid[], ?::text[], ?::text[])
                        on conflict (id) do nothing
                        returning id
                        """, row -> inserted.add(row.getObject(1, UUID.class)));
        return inserted;
    }

    Map<UUID, UUID> contentHashes(Collection<UUID> ids) {
        Map<UUID, UUID> hashes = new HashMap<>();
        jdbc.query(
                "select id, content_hash from facts.fact where id = any(?)",
                rows -> {
                    hashes.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                },
                (Object) ids.toArray(UUID[]::new));
        return hashes;
    }

    /** Puts facts that were recorded just now into the dossiers of their subjects, each pair given once. */
    void linkNew(List<String> subjects, List<UUID> facts) {
        jdbc.update("""
                insert into facts.fact_subject (subject, fact_id)
                select s, f from unnest(?::text[], ?::uuid[]) as t (s, f) order by s
                """, subjects.toArray(String[]::new), facts.toArray(UUID[]::new));
    }

    /** Puts facts into the dossiers of subjects in which some may lie already. */
    void link(List<String> subjects, List<UUID> facts) {
        jdbc.update("""
                insert into facts.fact_subject (subject, fact_id)
                select distinct * from unnest(?::text[], ?::uuid[])
                on conflict do nothing
                """, subjects.toArray(String[]::new), facts.toArray(UUID[]::new));
    }

    void mark(Collection<String> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.update("insert into facts.mark (subject) select * from unnest(?::text[])", (Object)
                    subjects.stream().sorted().toArray(String[]::new));
            bell.ringAfterCommit();
        }
    }

    MarkBell bell() {
        return bell;
    }

    /** The number of the fact recorded last, 0 for none. */
    long lastSeq() {
        Long last = jdbc.queryForObject("select coalesce(max(seq), 0) from facts.fact", Long.class);
        return last == null ? 0 : last;
    }

    /** Subjects of whom a fact with a later number speaks. */
    List<String> subjectsSince(long seq, int limit) {
        return jdbc.query("""
                select distinct s.subject from facts.fact f join facts.fact_subject s on s.fact_id = f.id
                 where f.seq > ? order by s.subject limit ?
                """, (rows, number) -> rows.getString(1), seq, limit);
    }

    /** Everything tied to these facts by corrections, in both directions, themselves included. */
    List<UUID> correctionTree(Collection<UUID> ids) {
        return jdbc.query("""
                with recursive tree(id) as (
                    select unnest(?::uuid[])
                    union
                    select tied.id
                      from tree t
                     cross join lateral (
                        select id from facts.fact where corrects = t.id
                        union all select id from facts.bulk where corrects = t.id
                        union all select corrects from facts.fact where id = t.id and corrects is not null
                        union all select corrects from facts.bulk where id = t.id and corrects is not null
                     ) tied
                )
                select id from tree
                """, (rows, number) -> rows.getObject(1, UUID.class), (Object) ids.toArray(UUID[]::new));
    }

    /** Those of the ids that something corrects. */
    List<UUID> corrected(Collection<UUID> ids) {
        UUID[] all = ids.toArray(UUID[]::new);
        return jdbc.query("""
                select corrects from facts.fact where corrects = any(?)
                union select corrects from facts.bulk where corrects = any(?)
                """, (rows, number) -> rows.getObject(1, UUID.class), all, all);
    }

    /** Links, and all that corrects them, of everybody tied to the subjects by links, standing or not. */
    List<Fact> linkFacts(Collection<String> subjects) {
        return jdbc.query(
                """
                with recursive
                member(subject) as (
                    select unnest(?::text[])
                    union
                    select other.subject
                      from member m
                      join facts.fact_subject mine on mine.subject = m.subject
                      join facts.fact l on l.id = mine.fact_id and l.kind = 'subject-link'
                      join facts.fact_subject other on other.fact_id = l.id
                ),
                link(id) as (
                    select l.id from facts.fact l
                      join facts.fact_subject s on s.fact_id = l.id
                      join member m on m.subject = s.subject
                     where l.kind = 'subject-link'
                    union
                    select f.id from link k join facts.fact f on f.corrects = k.id
                )
                select %s from link k join facts.fact f on f.id = k.id
                """.formatted(COLUMNS), (rows, number) -> fact(rows).fact(), (Object) subjects.toArray(String[]::new));
    }

    /** Makes the members one under the canonical id, or alone when the canonical id is their own. */
    void setCanonical(Map<String, String> canonicalByMember) {
        jdbc.update("delete from facts.alias where subject = any(?)", (Object)
                canonicalByMember.keySet().toArray(String[]::new));
        List<Object[]> rows = new ArrayList<>();
        canonicalByMember.forEach((member, canonical) -> {
            if (!member.equals(canonical)) {
                rows.add(new Object[] {member, canonical});
            }
        });
        jdbc.batchUpdate("insert into facts.alias (subject, canonical) values (?, ?)", rows);
    }

    /** Subjects of the type in whose dossier lies a fact of the division, in order. */
    List<String> subjectsIn(DivisionCode division, String type, int limit) {
        return jdbc.query(
                """
                select distinct s.subject
                  from facts.fact f join facts.fact_subject s on s.fact_id = f.id
                 where f.division between ? and ? and s.subject like ? escape '\\'
                 order by s.subject limit ?
                """,
                (rows, number) -> rows.getString(1),
                division.value(),
                division.last(),
                type.replaceAll("([%_\\\\])", "\\\\$1") + ":%",
                limit);
    }

    /** The canonical ids of those that have another than their own. */
    Map<String, String> canonical(Collection<String> subjects) {
        Map<String, String> canonical = new HashMap<>();
        jdbc.query(
                "select subject, canonical from facts.alias where subject = any(?)",
                rows -> {
                    canonical.put(rows.getString(1), rows.getString(2));
                },
                (Object) subjects.toArray(String[]::new));
        return canonical;
    }

    /** The other members of each group, by canonical id. */
    Map<String, List<String>> members(Collection<String> canonical) {
        Map<String, List<String>> members = new HashMap<>();
        jdbc.query(
                "select canonical, subject from facts.alias where canonical = any(?) order by subject",
                rows -> {
                    members.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(rows.getString(2));
                },
                (Object) canonical.toArray(String[]::new));
        return members;
    }

    /** The facts of each subject, whatever corrects them included. */
    Map<String, List<StoredFact>> facts(Collection<String> subjects) {
        Map<String, List<StoredFact>> facts = new HashMap<>();
        Map<UUID, StoredFact> read = new HashMap<>();
        jdbc.query(
                "select s.subject, " + COLUMNS
                        + " from facts.fact_subject s join facts.fact f on f.id = s.fact_id where s.subject = any(?)",
                rows -> {
                    UUID id = rows.getObject(2, UUID.class);
                    StoredFact fact = read.get(id);
                    if (fact == null) {
                        fact = fact(rows);
                        read.put(id, fact);
                    }
                    facts.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(fact);
                },
                (Object) subjects.toArray(String[]::new));
        return facts;
    }

    List<StoredFact> byIds(Collection<UUID> ids) {
        return jdbc.query(
                "select " + COLUMNS + " from facts.fact f where f.id = any(?)", (rows, number) -> fact(rows), (Object)
                        ids.toArray(UUID[]::new));
    }

    Map<FactId, FactOrigin> origins(Collection<UUID> ids) {
        Map<FactId, FactOrigin> origins = new HashMap<>();
        jdbc.query(
                "select id, source, key, kind, payload from facts.fact where id = any(?)",
                rows -> {
                    origins.put(
                            new FactId(rows.getObject(1, UUID.class)),
                            new FactOrigin(rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)));
                },
                (Object) ids.toArray(UUID[]::new));
        return origins;
    }

    /** Subjects of the type that share a fact of the kind with one of the subjects. */
    List<String> related(Collection<String> subjects, String kind, String type) {
        return jdbc.query("""
                select distinct other.subject
                  from facts.fact_subject mine
                  join facts.fact f on f.id = mine.fact_id and f.kind = ?
                  join facts.fact_subject other on other.fact_id = f.id
                 where mine.subject = any(?) and other.subject like ?
                """, (rows, number) -> rows.getString(1), kind, subjects.toArray(String[]::new), type + ":%");
    }

    /** Marked subjects, the longest waiting first, each once. */
    List<String> marked(int limit) {
        return jdbc.query("""
                select subject from (select id, subject from facts.mark order by id limit ?) waiting
                 group by subject order by min(id)
                """, (rows, number) -> rows.getString(1), limit);
    }

    /** Ids of the marks of the subjects that are there now. */
    Map<String, List<Long>> markIds(Collection<String> subjects) {
        Map<String, List<Long>> ids = new HashMap<>();
        jdbc.query(
                "select subject, id from facts.mark where subject = any(?)",
                rows -> {
                    ids.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(rows.getLong(2));
                },
                (Object) subjects.toArray(String[]::new));
        return ids;
    }

    void deleteMarks(Collection<Long> ids) {
        jdbc.update("delete from facts.mark where id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    long countMarks() {
        Long count = jdbc.queryForObject("select count(*) from facts.mark", Long.class);
        return count == null ? 0 : count;
    }

    /** How many marks wait, the id of the oldest and of the newest; 0 when there are none. */
    MarkQueue queue() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*), coalesce(min(id), 0), coalesce(max(id), 0) from facts.mark",
                (rows, number) -> new MarkQueue(rows.getLong(1), rows.getLong(2), rows.getLong(3))));
    }

    /** Marks everybody the facts speak of, in id order, after the cursor; gives back the last subject marked. */
    @Nullable String markAll(String after, int limit) {
        List<String> subjects = subjectsAfter(after, limit);
        mark(subjects);
        return subjects.isEmpty() ? null : subjects.getLast();
    }

    /** Everybody a fact speaks of, after the name, in order. */
    List<String> subjectsAfter(String after, int limit) {
        return jdbc.query("""
                select subject from (
                    (select distinct subject from facts.fact_subject where subject > ? order by subject limit ?)
                    union
                    (select distinct subject from facts.bulk_subject where subject > ? order by subject limit ?)
                ) known order by subject limit ?
                """, (rows, number) -> rows.getString(1), after, limit, after, limit, limit);
    }

    /** The text without the one character that the database cannot keep. */
    private static String withoutNothing(String text) {
        return text.contains("\\u0000") ? NOTHING.matcher(text).replaceAll("$1") : text;
    }

    /** By which declaration facts after the id were typed, in the order of their ids. */
    List<TypedBy> typedAfter(UUID id, int limit) {
        return jdbc.query(
                "select id, kind, declaration from facts.fact where id > ? order by id limit ?",
                (rows, number) ->
                        new TypedBy(rows.getObject(1, UUID.class), rows.getString(2), rows.getObject(3, UUID.class)),
                id,
                limit);
    }

    /** Facts after the id that nobody has typed yet or that do not fit, in the order of their ids. */
    List<StoredFact> untypedAfter(UUID id, int limit) {
        return jdbc.query("select " + COLUMNS + """
                         from facts.fact f where f.id > ? and (f.declaration is null or not f.fits)
                         order by f.id limit ?
                        """, (rows, number) -> fact(rows), id, limit);
    }

    /** Writes down the types of facts. */
    void retype(List<Typed> typed) {
        new BulkStatement<>(typed)
                .column("uuid", each -> each.fact().id().value())
                .column("timestamptz", each -> each.fact().occurredAt())
                .column("timestamptz", each -> each.fact().statedAt())
                .column("text", each -> FieldCodec.write(each.fact().fields()))
                .column("uuid", Typed::declaration)
                .column("bool", Typed::fits)
                .update(jdbc, """
                        update facts.fact f
                           set occurred_at = t.occurred_at, stated_at = t.stated_at, fields = t.fields,
                               declaration = t.declaration, fits = t.fits
                          from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::uuid[], ?::bool[])
                               as t (id, occurred_at, stated_at, fields, declaration, fits)
                         where f.id = t.id
                        """);
    }

    private static StoredFact fact(ResultSet rows) throws SQLException {
        UUID corrects = rows.getObject("corrects", UUID.class);
        long division = rows.getLong("division");
        List<FactSubject> subjects = FieldCodec.readSubjects(rows.getString("subjects"));
        Fact fact = new Fact(
                new FactId(rows.getObject("id", UUID.class)),
                rows.getString("kind"),
                instant(rows, "occurred_at"),
                instant(rows, "stated_at"),
                rows.getLong("position"),
                instant(rows, "recorded_at"),
                rows.getInt("trust"),
                corrects == null ? null : new FactId(corrects),
                subjects,
                division == 0 ? null : new DivisionCode(division),
                FieldCodec.read(rows.getString("fields")));
        return new StoredFact(fact, rows.getObject("declaration", UUID.class), rows.getBoolean("fits"), false);
    }

    private static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
