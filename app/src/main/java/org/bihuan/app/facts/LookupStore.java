package org.bihuan.app.facts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of the index over what is sealed. Every call runs in the caller's transaction. Thread-safe. */
@Component
class LookupStore {
    private static final int CITY = 2;

    private final JdbcTemplate jdbc;

    LookupStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds lines of facts that were recorded just now, of whom there is no line yet. */
    void insert(List<Lookup> lookups) {
        new BulkStatement<>(once(lookups))
                .column("uuid", Lookup::hash)
                .column("text", Lookup::subject)
                .column("uuid", each -> each.fact().value())
                .column("int8", Lookup::division)
                .column("bool", each -> each.role() == Lookup.Role.DOCUMENT)
                .column("bool", each -> each.role() == Lookup.Role.CLAIM)
                .update(jdbc, """
                        insert into facts.lookup (hash, subject, fact_id, division, is_document, is_claim)
                        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::boolean[], ?::boolean[])
                        """);
    }

    /** The lines without repetitions, in the order of their hashes: neighbours lie on one page of the index. */
    private static List<Lookup> once(List<Lookup> lookups) {
        record Key(UUID hash, String subject, FactId fact) {}
        Map<Key, Lookup> once = new LinkedHashMap<>();
        lookups.forEach(each -> once.putIfAbsent(new Key(each.hash(), each.subject(), each.fact()), each));
        return once.values().stream().sorted(Comparator.comparing(Lookup::hash)).toList();
    }

    /** The ids that were given to numbers, by their hashes. */
    Map<UUID, String> numbered(Collection<UUID> numbers) {
        Map<UUID, String> subjects = new HashMap<>();
        jdbc.query(
                "select hash, subject from facts.person_number where hash = any(?)",
                row -> {
                    subjects.put(row.getObject(1, UUID.class), row.getString(2));
                },
                (Object) numbers.toArray(UUID[]::new));
        return subjects;
    }

    /** Ids of people by the hashes of their numbers: the id once given to a number, or who registered with it first. */
    Map<UUID, String> subjectsOf(Collection<UUID> numbers) {
        Map<UUID, String> subjects = new HashMap<>();
        Object[] hashes = numbers.toArray(UUID[]::new);
        jdbc.query(
                """
                select hash, subject from facts.person_number where hash = any(?)
                union all
                select l.hash, min(l.subject) from facts.lookup l
                 where l.hash = any(?) and l.is_document
                   and not exists (select 1 from facts.person_number n where n.hash = l.hash)
                 group by l.hash
                """,
                row -> {
                    subjects.put(row.getObject(1, UUID.class), row.getString(2));
                },
                hashes,
                hashes);
        return subjects;
    }

    /** Gives ids to numbers; a number that has one already keeps it. */
    void insertNumbers(Map<UUID, String> subjects, Function<UUID, byte[]> sealed) {
        new BulkStatement<>(List.copyOf(subjects.entrySet()))
                .column("uuid", Map.Entry::getKey)
                .column("text", Map.Entry::getValue)
                .column("bytea", each -> sealed.apply(each.getKey()))
                .update(jdbc, """
                        insert into facts.person_number (hash, subject, sealed)
                        select * from unnest(?::uuid[], ?::text[], ?::bytea[])
                        on conflict do nothing
                        """);
    }

    /** A number that stands for a person, sealed. */
    record SealedNumber(UUID hash, String subject) {}

    /** The sealed numbers of the subjects, by their hashes. */
    Map<SealedNumber, byte[]> numbersOf(Collection<String> subjects) {
        Map<SealedNumber, byte[]> numbers = new LinkedHashMap<>();
        jdbc.query(
                "select hash, subject, sealed from facts.person_number where subject = any(?)",
                row -> {
                    numbers.put(new SealedNumber(row.getObject(1, UUID.class), row.getString(2)), row.getBytes(3));
                },
                (Object) subjects.toArray(String[]::new));
        return numbers;
    }

    /** Everybody whom a hash leads to; who only claims a document is not among its owners. */
    List<String> byHash(UUID hash, int limit) {
        return jdbc.query("""
                select subject from (
                    select subject from facts.lookup where hash = ? and not is_claim
                    union select subject from facts.person_number where hash = ?) found
                 order by subject limit ?
                """, (row, number) -> row.getString(1), hash, hash, limit);
    }

    /**
     * Everybody whom all hashes lead to and who is in one of the divisions, anywhere when there is none. Of whom nobody
     * said where they are is among them: who may see them is decided where their facts are read.
     */
    List<String> byHashes(Collection<UUID> hashes, List<DivisionCode> within, int limit) {
        StringBuilder places = new StringBuilder();
        List<Object> arguments = new ArrayList<>();
        arguments.add(hashes.toArray(UUID[]::new));
        for (DivisionCode each : within) {
            places.append(places.isEmpty() ? " and (division = 0 or " : " or ").append("division between ? and ?");
            arguments.add(each.value());
            arguments.add(last(each));
        }
        places.append(places.isEmpty() ? "" : ")");
        arguments.add(hashes.size());
        arguments.add(limit);
        return jdbc.query(
                "select subject from facts.lookup where hash = any(?)" + places
                        + " group by subject having count(distinct hash) = ? order by subject limit ?",
                (row, number) -> row.getString(1),
                arguments.toArray());
    }

    /** The last code that lies in the division. */
    static long last(DivisionCode division) {
        long[] spans = {10_000_000_000L, 100_000_000L, 1_000_000L, 1_000L, 1L};
        return division.value() + spans[division.level() - 1] - 1;
    }

    /** Documents that several subjects have, some of them: each with its subjects, after the hash. */
    Map<UUID, List<String>> shared(UUID after, int limit) {
        Map<UUID, List<String>> shared = new LinkedHashMap<>();
        jdbc.query(
                """
                with owned as (
                    select hash, subject from facts.lookup where is_document
                    union select hash, subject from facts.person_number),
                shared as (
                    select hash from owned where hash > ? group by hash having count(*) > 1 order by hash limit ?)
                select o.hash, o.subject from owned o join shared s on s.hash = o.hash order by o.hash, o.subject
                """,
                row -> {
                    shared.computeIfAbsent(row.getObject(1, UUID.class), hash -> new ArrayList<>())
                            .add(row.getString(2));
                },
                after,
                limit);
        return shared;
    }

    /** Claims of or on documents of the subjects, but for those that the claimant owns by now: the owners by claimant. */
    Map<String, List<String>> claims(Collection<String> subjects) {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        Object[] all = subjects.toArray(String[]::new);
        jdbc.query(
                """
                with asked as (
                    select hash from facts.lookup where is_document and subject = any(?)
                    union select hash from facts.person_number where subject = any(?)
                    union select hash from facts.lookup where is_claim and subject = any(?)),
                claimed as (select distinct c.hash, c.subject from asked a join facts.lookup c on c.hash = a.hash and c.is_claim)
                select c.subject, o.subject
                  from claimed c left join lateral (
                      select subject from facts.lookup where hash = c.hash and is_document
                      union select subject from facts.person_number where hash = c.hash) o on true
                 where not exists (
                     select 1 from facts.lookup d where d.hash = c.hash and d.subject = c.subject and d.is_document)
                 order by c.subject, o.subject
                """,
                row -> {
                    List<String> owners = claims.computeIfAbsent(row.getString(1), claimant -> new ArrayList<>());
                    if (row.getString(2) != null) {
                        owners.add(row.getString(2));
                    }
                },
                all,
                all,
                all);
        return claims;
    }

    /** Those of the subjects who claim a document. */
    List<String> claimants(Collection<String> subjects) {
        return jdbc.query(
                "select distinct subject from facts.lookup where is_claim and subject = any(?)",
                (row, number) -> row.getString(1),
                (Object) subjects.toArray(String[]::new));
    }

    boolean shareDocument(Collection<String> subjects) {
        Object[] all = subjects.toArray(String[]::new);
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (
                    select 1 from (
                        select hash, subject from facts.lookup where is_document and subject = any(?)
                        union select hash, subject from facts.person_number where subject = any(?)) owned
                     group by hash having count(*) = ?)
                """, Boolean.class, all, all, all.length));
    }

    /**
     * People all of whose facts, but for those of the kinds that do not count, are of the kinds, there and then. What says no
     * place, as rows of ledgers do, lies where the person is looked after; who has no place at all is the city's.
     */
    List<String> onlyIn(Collection<String> kinds, Collection<String> also, DivisionCode division, Instant before) {
        return jdbc.query(
                """
                select s.subject
                  from facts.fact_subject s join facts.fact f on f.id = s.fact_id
                 where s.subject like 'person:%' and f.kind <> all(?)
                 group by s.subject
                having bool_and(f.kind = any(?) and f.occurred_at < ? and (f.division is null or f.division between ? and ?))
                   and (bool_and(f.division is not null)
                        or (select coalesce(bool_and(r.division between ? and ? or r.division = 0 and ?), false)
                              from authority.subject_region r where r.subject = s.subject))
                 order by s.subject
                """,
                (row, number) -> row.getString(1),
                also.toArray(String[]::new),
                kinds.toArray(String[]::new),
                before.atOffset(ZoneOffset.UTC),
                division.value(),
                last(division),
                division.value(),
                last(division),
                division.level() <= CITY);
    }

    /** Takes the lines of the subjects away; what they led to can no longer be read. */
    int delete(Collection<String> subjects) {
        Object[] all = subjects.toArray(String[]::new);
        return jdbc.update("delete from facts.lookup where subject = any(?)", (Object) all)
                + jdbc.update("delete from facts.person_number where subject = any(?)", (Object) all);
    }
}
