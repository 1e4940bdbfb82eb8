package org.bihuan.app.imports.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.app.imports.domain.RowParts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of the rows of uploads and of what senders' ledgers say. Every call runs in the caller's transaction. */
@Component
public class LineStore {
    private final JdbcTemplate jdbc;

    private final UploadSeals seals;

    private final RowHash hash;

    LineStore(JdbcTemplate jdbc, UploadSeals seals, RowHash hash) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.hash = hash;
    }

    /** Adds rows; one read before is left as it is. */
    public void insert(UUID upload, List<Line> lines) {
        UploadSeals.Open key = seals.open(upload);
        new BulkStatement<>(lines)
                .column("uuid", line -> upload)
                .column("int8", Line::line)
                .column("text", Line::subject)
                .column("uuid", line -> hash.of(line.hash()))
                .column("text", line -> key.seal(line.encodedCells(), "cells " + line.line()))
                .column("text", line -> key.seal(line.errorsZh(), "zh " + line.line()))
                .column("text", line -> key.seal(line.errorsEn(), "en " + line.line()))
                .update(jdbc, """
                        insert into imports.line (upload, line, subject, hash, cells, errors_zh, errors_en, change, number)
                        select u, l, s, h, c, z, e, case when z = '' then '' else 'refused' end, 0
                          from unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                               as t (u, l, s, h, c, z, e)
                        on conflict do nothing
                        """);
    }

    public void delete(UUID upload) {
        jdbc.update("delete from imports.line where upload = ?", upload);
    }

    /** Says that a row that looked good was not taken. */
    public void refuse(UUID upload, long line, String zh, String en) {
        UploadSeals.Open key = seals.open(upload);
        jdbc.update(
                "update imports.line set change = 'refused', errors_zh = ?, errors_en = ? where upload = ? and line = ?",
                key.seal(zh, "zh " + line),
                key.seal(en, "en " + line),
                upload,
                line);
    }

    /**
     * Compares the rows with what the sender's ledger says so far: equal rows are the same row; of the others each takes
     * the next row of its subject that is left, and is new when none is left. A row in which something is wrong takes
     * one too: it is not gone.
     */
    public void compare(UUID upload, String sender) {
        // nothing is known yet of how many rows there are; whoever guesses few compares each with each, for hours
        jdbc.execute("set local enable_nestloop = off");
        jdbc.update("""
                with read as (
                  select line, subject, hash, errors_zh = '' as good,
                         case when errors_zh = ''
                              then row_number() over (partition by subject, hash, errors_zh = '' order by line)
                              else 1 end as place
                    from imports.line where upload = ?),
                known as (
                  select subject, number, hash from imports.listed
                   where sender = ? and subject in (select subject from read)),
                same as (
                  select r.line, r.subject, min(k.number) as number
                    from read r join known k on k.subject = r.subject and k.hash = r.hash
                   where r.good and r.place = 1 group by r.line, r.subject),
                left_over as (
                  select k.subject, k.number, row_number() over (partition by k.subject order by k.number) as place
                    from known k
                   where not exists (select 1 from same s where s.subject = k.subject and s.number = k.number)),
                open_lines as (
                  select r.line, r.subject, r.good, row_number() over (partition by r.subject order by r.line) as place
                    from read r
                   where r.subject <> '' and r.place = 1 and not exists (select 1 from same s where s.line = r.line)),
                changed as (
                  select o.line, o.good, f.number
                    from open_lines o join left_over f on f.subject = o.subject and f.place = o.place),
                most as (select subject, max(number) as number from known group by subject),
                added as (
                  select o.line, coalesce(m.number, 0) + row_number() over (partition by o.subject order by o.line) as number
                    from open_lines o left join most m on m.subject = o.subject
                   where o.good and not exists (select 1 from changed c where c.line = o.line)),
                found as (
                  select line, 'double' as change, 0::bigint as number from read where good and place > 1
                  union all select line, 'same', number from same
                  union all select line, case when good then 'changed' else 'refused' end, number from changed
                  union all select line, 'added', number from added
                  union all
                  select line, 'refused', 0 from read where not good and line not in (select line from changed))
                update imports.line l set change = f.change, number = f.number
                  from found f
                 where l.upload = ? and l.line = f.line and (l.change, l.number) is distinct from (f.change, f.number::int)
                """, upload, sender, upload);
        jdbc.execute("set local enable_nestloop = on");
    }

    /** How many rows there are of each change. */
    public Map<String, Long> counts(UUID upload) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query(
                "select change, count(*) from imports.line where upload = ? group by change",
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                },
                upload);
        return counts;
    }

    /** A difference of sets and no join: a planner that takes both sides for a single row would try each with each. */
    private static final String GONE = """
            (select subject, number from imports.listed where sender = ?
             except select subject, number from imports.line where upload = ?) gone
            """;

    /** How many rows the sender's ledger had before and has no longer. */
    public long countGone(UUID upload, String sender) {
        Long count = jdbc.queryForObject("select count(*) from " + GONE, Long.class, sender, upload);
        return count == null ? 0 : count;
    }

    /** The subjects of those rows. */
    public List<String> gone(UUID upload, String sender, int limit) {
        return jdbc.query(
                """
                select case when k.person = '' then k.subject else k.person end
                  from (select * from %s order by subject, number limit ?) g
                  join imports.listed k on k.sender = ? and k.subject = g.subject and k.number = g.number
                 order by k.subject, k.number
                """.formatted(GONE),
                (row, number) -> row.getString(1),
                sender,
                upload,
                limit,
                sender);
    }

    /**
     * The rows after that line that are to become facts, and those that say the same as before but of whom nobody has
     * written down yet whose they are.
     */
    public List<PendingRow> pending(UUID upload, String sender, long after, int limit) {
        UploadSeals.Reading key = seals.reading(upload);
        // one look into the index a row: whoever joins the whole ledger reads it anew for every step
        return jdbc.query("""
                        select l.line, l.subject, l.hash, l.cells, l.number, coalesce(k.revision + 1, 0) as revision,
                               coalesce(k.parts, '') as parts, coalesce(k.person, '') as person,
                               l.change = 'same' as is_same
                          from imports.line l
                          left join lateral (
                               select revision, parts, person from imports.listed
                                where sender = ? and subject = l.subject and number = l.number
                                limit 1) k on true
                         where l.upload = ? and l.line > ?
                           and (l.change in ('added', 'changed') or l.change = 'same' and k.person = '')
                         order by l.line limit ?
                        """, (row, number) -> pending(row, key), sender, upload, after, limit);
    }

    private static PendingRow pending(ResultSet row, UploadSeals.Reading key) throws SQLException {
        return new PendingRow(
                new Line(
                        row.getLong("line"),
                        row.getString("subject"),
                        row.getObject("hash", UUID.class),
                        Line.decodedCells(key.text(row.getString("cells"), "cells " + row.getLong("line"))),
                        "",
                        ""),
                row.getInt("number"),
                row.getInt("revision"),
                RowParts.decoded(row.getString("parts")),
                row.getString("person"),
                row.getBoolean("is_same"));
    }

    /** Notes what states rows now. */
    public void take(UUID upload, String sender, List<TakenRow> rows) {
        Map<Boolean, List<TakenRow>> isNew = rows.stream().collect(Collectors.partitioningBy(TakenRow::isNew));
        // a row that nothing stated needs no look whether something does: half the work for a ledger's first version
        state(upload, sender, isNew.getOrDefault(true, List.of()), "");
        state(upload, sender, isNew.getOrDefault(false, List.of()), """
                on conflict (sender, subject, number) do update
                   set hash = excluded.hash, revision = excluded.revision, parts = excluded.parts,
                       seen_in = excluded.seen_in, person = excluded.person
                """);
    }

    private void state(UUID upload, String sender, List<TakenRow> rows, String stated) {
        new BulkStatement<>(rows)
                .column("text", row -> sender)
                .column("text", TakenRow::subject)
                .column("int4", TakenRow::number)
                .column("uuid", TakenRow::hash)
                .column("int4", TakenRow::revision)
                .column("text", row -> row.parts().encoded())
                .column("uuid", row -> upload)
                .column("text", TakenRow::person)
                .update(jdbc, """
                        insert into imports.listed (sender, subject, number, hash, revision, parts, seen_in, person)
                        select * from unnest(?::text[], ?::text[], ?::int[], ?::uuid[], ?::int[], ?::text[], ?::uuid[],
                                             ?::text[])
                        """ + stated);
    }

    /** A refused row: its line and what is wrong, in both languages. */
    public record Refused(long line, String zh, String en) {}

    /** The refused rows after that line. */
    public List<Refused> refused(UUID upload, long after, int limit) {
        UploadSeals.Reading key = seals.reading(upload);
        return jdbc.query(
                """
                select line, errors_zh, errors_en from imports.line
                 where upload = ? and change = 'refused' and line > ? order by line limit ?
                """,
                (row, number) -> new Refused(
                        row.getLong(1),
                        key.text(row.getString(2), "zh " + row.getLong(1)),
                        key.text(row.getString(3), "en " + row.getLong(1))),
                upload,
                after,
                limit);
    }

    /** Those of the subjects under whose own name facts were recorded before rows knew whose they are. */
    public Set<String> statedBefore(Collection<String> subjects) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct subject from imports.listed where subject = any(?) and person = ''",
                String.class,
                (Object) subjects.toArray(String[]::new)));
    }

    /** Whether a ledger of before calls somebody so. */
    public boolean isListed(String subject) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from imports.listed where subject = ?)", Boolean.class, subject));
    }

    /** Whether there are uploads from the time when ids of people were made from an unkeyed hash. */
    public boolean hasPlainIds() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from imports.upload where has_plain_ids)", Boolean.class));
    }

    /** How many rows have been read. */
    public long count(UUID upload) {
        Long count = jdbc.queryForObject("select count(*) from imports.line where upload = ?", Long.class, upload);
        return count == null ? 0 : count;
    }
}
