package org.bihuan.app.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of documents and their numbers. Runs in the caller's transaction. Thread-safe. */
@Component
class NoticeStore {
    private final JdbcClient database;

    NoticeStore(JdbcClient database) {
        this.database = database;
    }

    /** One at a time issues to a subject. */
    void lock(SubjectId subject) {
        database.sql("select pg_advisory_xact_lock(:key)")
                .param("key", HashId.of("notices", subject.toString()).getMostSignificantBits())
                .query(rows -> {});
    }

    /** Notices of the subjects that hold. */
    List<NoticePlan.Valid> valid(Collection<SubjectId> subjects) {
        return database.sql("""
                        select id, measure, measure_kind, starts_at, ends_at, clauses from notices.notice
                         where subject in (:subjects) and kind = 'NOTICE' and state = 'VALID' order by issued_at, id
                        """)
                .param("subjects", subjects.stream().map(SubjectId::toString).toList())
                .query((row, number) -> new NoticePlan.Valid(
                        row.getObject("id", UUID.class),
                        new Ground(
                                row.getObject("measure", UUID.class),
                                row.getString("measure_kind"),
                                instant(row, "starts_at"),
                                findInstant(row, "ends_at"),
                                Arrays.stream(row.getString("clauses").split(" "))
                                        .filter(clause -> !clause.isEmpty())
                                        .toList())))
                .list();
    }

    /**
     * The next number of a series. The row stays locked until the transaction ends, and a transaction that fails gives
     * its number back: so there are no gaps.
     */
    long nextSerial(String series, long region, int year) {
        return database.sql("""
                        insert into notices.counter as c (series, region, year, last) values (:series, :region, :year, 1)
                        on conflict (series, region, year) do update set last = c.last + 1 returning last
                        """)
                .param("series", series)
                .param("region", region)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** Keeps a document; the one before it no longer holds. */
    void add(Notice notice, Ground ground, @Nullable UUID before) {
        if (before != null) {
            database.sql("update notices.notice set state = :state where id = :id")
                    .param("state", NoticePlan.after(notice.kind()).name())
                    .param("id", before)
                    .update();
        }
        database.sql("""
                        insert into notices.notice (id, kind, number, token, subject, measure, measure_kind, starts_at, ends_at,
                                                    clauses, issued_at, region, issuer, body, state, comes_after)
                        values (:id, :kind, :number, :token, :subject, :measure, :measureKind, :from, :until, :clauses,
                                :issuedAt, :region, :issuer, :body, 'VALID', :before)
                        """)
                .param("id", notice.id())
                .param("kind", notice.kind().name())
                .param("number", notice.number())
                .param("token", notice.token())
                .param("subject", notice.subject().toString())
                .param("measure", ground.measure())
                .param("measureKind", ground.kind())
                .param("from", ground.from().atOffset(ZoneOffset.UTC))
                .param("until", ground.until() == null ? null : ground.until().atOffset(ZoneOffset.UTC))
                .param("clauses", String.join(" ", ground.clauses()))
                .param("issuedAt", notice.issuedAt().atOffset(ZoneOffset.UTC))
                .param("region", notice.region().value())
                .param("issuer", notice.issuer())
                .param("body", String.join("\n", notice.lines()))
                .param("before", before)
                .update();
    }

    /** Who had it issued. */
    void setIssuedBy(UUID notice, String login) {
        database.sql("insert into notices.issued_by (notice, login) values (:notice, :login) on conflict do nothing")
                .param("notice", notice)
                .param("login", login)
                .update();
    }

    Optional<String> issuedBy(UUID notice) {
        return database.sql("select login from notices.issued_by where notice = :notice")
                .param("notice", notice)
                .query(String.class)
                .optional();
    }

    /** Keeps words of the document that its body leaves out. */
    void addSealed(UUID notice, UUID dataKey, byte[] words) {
        database.sql("insert into notices.sealed_words (notice, data_key, words) values (:notice, :key, :words)")
                .param("notice", notice)
                .param("key", dataKey)
                .param("words", words)
                .update();
    }

    /** Words that lie sealed, and with which key. */
    record Sealed(UUID dataKey, byte[] words) {}

    Optional<Sealed> sealed(UUID notice) {
        return database.sql("select data_key, words from notices.sealed_words where notice = :notice")
                .param("notice", notice)
                .query((row, number) -> new Sealed(row.getObject("data_key", UUID.class), row.getBytes("words")))
                .optional();
    }

    Optional<Notice> find(UUID id) {
        return database.sql("select * from notices.notice where id = :id")
                .param("id", id)
                .query((row, number) -> notice(row))
                .optional();
    }

    Optional<Notice> findByToken(String token) {
        return database.sql("select * from notices.notice where token = :token")
                .param("token", token)
                .query((row, number) -> notice(row))
                .optional();
    }

    /** The latest documents; of one subject when it is named. */
    List<Notice> latest(@Nullable SubjectId subject, int limit) {
        return database.sql("select * from notices.notice"
                        + (subject == null ? "" : " where subject = :subject")
                        + " order by issued_at desc, number desc limit :limit")
                .param("subject", subject == null ? "" : subject.toString())
                .param("limit", limit)
                .query((row, number) -> notice(row))
                .list();
    }

    /** Subjects with a notice that holds, after the cursor, in order. */
    List<SubjectId> holders(String after, int limit) {
        return database.sql("""
                        select distinct subject from notices.notice
                         where kind = 'NOTICE' and state = 'VALID' and subject > :after order by subject limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> SubjectId.parse(row.getString(1)))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("token"),
                SubjectId.parse(row.getString("subject")),
                new DivisionCode(row.getLong("region")),
                row.getString("measure_kind"),
                instant(row, "starts_at"),
                findInstant(row, "ends_at"),
                instant(row, "issued_at"),
                row.getString("issuer"),
                List.of(row.getString("body").split("\n")),
                NoticeState.valueOf(row.getString("state")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
