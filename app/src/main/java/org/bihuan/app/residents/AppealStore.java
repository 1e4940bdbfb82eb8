package org.bihuan.app.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of appeals. Runs in the caller's transaction. Thread-safe. */
@Component
class AppealStore {
    private final JdbcClient database;

    AppealStore(JdbcClient database) {
        this.database = database;
    }

    /** Words that lie sealed. */
    record Sealed(UUID dataKey, byte[] words, byte @Nullable [] answer) {}

    /** Keeps it; false when it is there, or another one against the notice waits for its answer. */
    boolean add(Appeal appeal, UUID dataKey, byte[] words) {
        return database.sql("""
                        insert into residents.appeal (id, notice, number, subject, ground, data_key, words, filed_at,
                                                      due_at, asks_suspension, state)
                        values (:id, :notice, :number, :subject, :ground, :key, :words, :filedAt, :dueAt, :asks, 'OPEN')
                        on conflict do nothing
                        """)
                        .param("id", appeal.id())
                        .param("notice", appeal.notice())
                        .param("number", appeal.number())
                        .param("subject", appeal.subject().toString())
                        .param("ground", appeal.ground())
                        .param("key", dataKey)
                        .param("words", words)
                        .param("filedAt", appeal.filedAt().atOffset(ZoneOffset.UTC))
                        .param("asks", appeal.asksSuspension())
                        .param("dueAt", appeal.dueAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Answers it; false when it is answered already. */
    boolean answer(UUID id, String by, String outcome, byte[] answer, UUID reply, Instant now) {
        return database.sql("""
                        update residents.appeal set state = 'ANSWERED', answered_at = :now, answered_by = :by,
                               outcome = :outcome, answer = :answer, reply = :reply
                         where id = :id and state = 'OPEN'
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("outcome", outcome)
                        .param("answer", answer)
                        .param("reply", reply)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those that wait, the first due first. */
    List<Appeal> open(int limit) {
        return database.sql("select * from residents.appeal where state = 'OPEN' order by due_at, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> appeal(row))
                .list();
    }

    /** Those that were answered, the latest first. */
    List<Appeal> answered(int limit) {
        return database.sql(
                        "select * from residents.appeal where state = 'ANSWERED' order by answered_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> appeal(row))
                .list();
    }

    /** How many wait, and how many of them were due before the moment. */
    record Waiting(long all, long late) {}

    Waiting waiting(Instant now) {
        return database.sql("""
                        select count(*) as number, count(*) filter (where due_at <= :now) as late
                          from residents.appeal where state = 'OPEN'
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Waiting(row.getLong("number"), row.getLong("late")))
                .single();
    }

    List<Appeal> ofNotice(UUID notice) {
        return database.sql("select * from residents.appeal where notice = :notice order by filed_at desc, id")
                .param("notice", notice)
                .query((row, number) -> appeal(row))
                .list();
    }

    Optional<Appeal> find(UUID id) {
        return database.sql("select * from residents.appeal where id = :id")
                .param("id", id)
                .query((row, number) -> appeal(row))
                .optional();
    }

    /** The appeal; whoever else wants to change it waits until this transaction ends. */
    Optional<Appeal> lock(UUID id) {
        return database.sql("select * from residents.appeal where id = :id for update")
                .param("id", id)
                .query((row, number) -> appeal(row))
                .optional();
    }

    Optional<Sealed> sealed(UUID id) {
        return database.sql("select data_key, words, answer from residents.appeal where id = :id")
                .param("id", id)
                .query((row, number) -> new Sealed(
                        row.getObject("data_key", UUID.class), row.getBytes("words"), row.getBytes("answer")))
                .optional();
    }

    /** Lets a browser in for a while; forgets those whose time is over. */
    void addVisit(UUID keyHash, UUID notice, Instant until, Instant now) {
        database.sql("delete from residents.visit where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("insert into residents.visit (key_hash, notice, expires_at) values (:hash, :notice, :until)")
                .param("hash", keyHash)
                .param("notice", notice)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean visits(UUID keyHash, UUID notice, Instant now) {
        return database.sql(
                                "select count(*) from residents.visit where key_hash = :hash and notice = :notice and expires_at > :now")
                        .param("hash", keyHash)
                        .param("notice", notice)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Notes that its measure is suspended; false when it is so already or answered. */
    boolean suspend(UUID id, Appeal.Suspended suspended) {
        return database.sql("""
                        update residents.appeal set suspended_at = :at, suspended_until = :until, suspended_by = :by,
                               suspended_on = :ground
                         where id = :id and state = 'OPEN' and suspended_at is null
                        """)
                        .param("at", suspended.at().atOffset(ZoneOffset.UTC))
                        .param("until", suspended.until().atOffset(ZoneOffset.UTC))
                        .param("by", suspended.by())
                        .param("ground", suspended.ground())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Appeal.@Nullable Suspended suspended(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("suspended_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Appeal.Suspended(
                        at.toInstant(),
                        row.getObject("suspended_until", OffsetDateTime.class).toInstant(),
                        row.getString("suspended_by"),
                        row.getString("suspended_on"));
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Appeal(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("number"),
                SubjectId.parse(row.getString("subject")),
                row.getString("ground"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("asks_suspension"),
                suspended(row),
                answered == null ? null : answered.toInstant(),
                row.getString("answered_by"),
                row.getString("outcome"));
    }
}
