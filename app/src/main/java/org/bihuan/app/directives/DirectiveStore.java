package org.bihuan.app.directives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bihuan.app.authority.Asker;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of directives, recipients and answers. Thread-safe. */
@Component
class DirectiveStore {
    private static final String SELECT =
            "select d.*, a.id as amended_by from directives.directive d left join directives.directive a on a.amends = d.id ";

    private static final String BOTH = """
            select d.id as d_id, d.number as d_number, d.title as d_title, d.body as d_body, d.needs_answer as d_needs_answer,
                   d.deadline_at as d_deadline_at, d.sent_name as d_sent_name, d.sent_at as d_sent_at, d.division as d_division,
                   d.amends as d_amends, d.ended_at as d_ended_at, d.end_reason as d_end_reason, a.id as d_amended_by, r.*
              from directives.recipient r join directives.directive d on d.id = r.directive
              left join directives.directive a on a.amends = d.id
            """;
    static final String TO =
            "((r.kind = 'role' and r.ref = :role and r.division = :place) or (r.kind = 'unit' and r.login = :login))";
    /** What is owed of a directive that stands, at the moment :at. */
    static final String OWED = """
             d.sent_at <= :at and (d.ended_at is null or d.ended_at > :at)
             and case when d.needs_answer then r.answered_at is null or r.answered_at > :at
                      else r.read_at is null or r.read_at > :at end
            """;

    private static final int STEP = 1_000;

    private final JdbcClient database;

    DirectiveStore(JdbcClient database) {
        this.database = database;
    }

    boolean add(Directive directive, String by) {
        return database.sql("""
                        insert into directives.directive (id, number, title, body, needs_answer, deadline_at, sent_by, sent_name,
                                                          sent_at, amends, division)
                        values (:id, :number, :title, :body, :needs, :deadline, :by, :name, :at, :amends, :division)
                        on conflict do nothing
                        """)
                        .param("id", directive.id())
                        .param("number", directive.number())
                        .param("title", directive.title())
                        .param("body", directive.body())
                        .param("needs", directive.needsAnswer())
                        .param("deadline", time(directive.deadlineAt()))
                        .param("by", by)
                        .param("name", directive.sentName())
                        .param("at", time(directive.sentAt()))
                        .param("amends", directive.amends())
                        .param("division", directive.sender().value())
                        .update()
                == 1;
    }

    void add(Recipient recipient) {
        database.sql("""
                        insert into directives.recipient (id, directive, kind, ref, name, login, phone, reminders, division)
                        values (:id, :directive, :kind, :ref, :name, :login, :phone, 0, :division)
                        """)
                .param("id", recipient.id())
                .param("directive", recipient.directive())
                .param("kind", recipient.kind())
                .param("ref", recipient.ref())
                .param("name", recipient.name())
                .param("login", recipient.login())
                .param("phone", recipient.phone())
                .param("division", recipient.place().value())
                .update();
    }

    Optional<Directive> find(UUID id) {
        return database.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query((row, number) -> directive(row, ""))
                .optional();
    }

    List<Directive> sent(DivisionCode sender, int limit) {
        return database.sql(SELECT + "where d.division = :sender order by d.sent_at desc, d.id limit :limit")
                .param("sender", sender.value())
                .param("limit", limit)
                .query((row, number) -> directive(row, ""))
                .list();
    }

    List<Recipient> recipients(UUID directive) {
        return database.sql(
                        "select * from directives.recipient where directive = :directive order by division, kind, name, id")
                .param("directive", directive)
                .query((row, number) -> recipient(row))
                .list();
    }

    /** A role at a place, or an account of units. */
    record Whose(String role, DivisionCode place, String login) {
        Map<String, Object> parameters() {
            return Map.of("role", role, "place", place.value(), "login", login);
        }
    }

    /** What was sent to them, the latest first. */
    List<Pending> to(Whose whose, int limit) {
        return database.sql(BOTH + " where " + TO + " order by d.sent_at desc, r.id limit :limit")
                .params(whose.parameters())
                .param("limit", limit)
                .query((row, number) -> pending(row))
                .list();
    }

    /** Of those what is owed at the moment. */
    List<Pending> owedBy(Whose whose, Instant at, int limit) {
        return database.sql(BOTH + " where " + TO + " and" + OWED + " order by d.sent_at desc, r.id limit :limit")
                .params(whose.parameters())
                .param("at", time(at))
                .param("limit", limit)
                .query((row, number) -> pending(row))
                .list();
    }

    /** How much that is. */
    long countOwedBy(Whose whose, Instant at) {
        return database.sql(
                        "select count(*) from directives.recipient r join directives.directive d on d.id = r.directive where "
                                + TO + " and" + OWED)
                .params(whose.parameters())
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    /** Of all that a division and those in it sent. */
    private static final String SENT_FROM = " where d.division between :first and :last and" + OWED;

    /** What was owed at the moment of all that a division and those in it sent, one after another. */
    void pending(DivisionCode sender, Instant at, Consumer<Pending> each) {
        database.sql(BOTH + SENT_FROM + " order by d.sent_at, d.id, r.division, r.name, r.id")
                .params(within(sender, at))
                .withFetchSize(STEP)
                .query(row -> {
                    each.accept(pending(row));
                });
    }

    /** The first of those, the ones over their time before the others. */
    List<Pending> firstPending(DivisionCode sender, Instant at, int limit) {
        return database.sql(BOTH + SENT_FROM + """
                         order by d.deadline_at < :at is not true, d.sent_at, d.id, r.division, r.name, r.id
                         limit :limit
                        """)
                .params(within(sender, at))
                .param("limit", limit)
                .query((row, number) -> pending(row))
                .list();
    }

    long countPending(DivisionCode sender, Instant at) {
        return database.sql(
                        "select count(*) from directives.recipient r join directives.directive d on d.id = r.directive"
                                + SENT_FROM)
                .params(within(sender, at))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> within(DivisionCode sender, Instant at) {
        return Map.of("first", sender.value(), "last", sender.last(), "at", at.atOffset(ZoneOffset.UTC));
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(directive(row, "d_"), recipient(row));
    }

    void read(UUID recipient, String by, Instant at) {
        database.sql("update directives.recipient set read_at = :at, read_by = :by where id = :id and read_at is null")
                .param("at", time(at))
                .param("by", by)
                .param("id", recipient)
                .update();
    }

    boolean reply(UUID key, Recipient recipient, String body, String by, Instant at, Instant now) {
        boolean added = database.sql("""
                        insert into directives.reply (id, recipient, body, replied_by, replied_at, recorded_at, division)
                        values (:id, :recipient, :body, :by, :at, :now, :division) on conflict do nothing
                        """)
                        .param("id", key)
                        .param("recipient", recipient.id())
                        .param("body", body)
                        .param("by", by)
                        .param("at", time(at))
                        .param("now", time(now))
                        .param("division", recipient.place().value())
                        .update()
                == 1;
        database.sql("""
                        update directives.recipient
                           set answered_at = least(answered_at, cast(:at as timestamptz)),
                               read_by = coalesce(read_by, :by), read_at = least(read_at, cast(:at as timestamptz))
                         where id = :id
                        """)
                .param("at", time(at))
                .param("by", by)
                .param("id", recipient.id())
                .update();
        return added;
    }

    List<DirectiveReply> replies(List<UUID> recipients) {
        return database.sql("select * from directives.reply where recipient = any(:ids) order by replied_at, id")
                .param("ids", recipients.toArray(UUID[]::new))
                .query((row, number) -> new DirectiveReply(
                        row.getObject("recipient", UUID.class),
                        row.getString("body"),
                        row.getString("replied_by"),
                        row.getObject("replied_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void remind(UUID recipient, Instant at) {
        database.sql("update directives.recipient set reminders = reminders + 1, reminded_at = :at where id = :id")
                .param("at", time(at))
                .param("id", recipient)
                .update();
    }

    boolean end(UUID id, DivisionCode sender, Asker by, String reason, Instant at) {
        return database.sql("""
                        update directives.directive set ended_at = :at, ended_by = :by, end_reason = :reason
                         where id = :id and division = :sender and ended_at is null
                        """)
                        .param("at", time(at))
                        .param("by", by.login())
                        .param("reason", reason)
                        .param("id", id)
                        .param("sender", sender.value())
                        .update()
                == 1;
    }

    private static Directive directive(ResultSet row, String of) throws SQLException {
        return new Directive(
                row.getObject(of + "id", UUID.class),
                row.getString(of + "number"),
                row.getString(of + "title"),
                row.getString(of + "body"),
                row.getBoolean(of + "needs_answer"),
                instant(row, of + "deadline_at"),
                row.getString(of + "sent_name"),
                row.getObject(of + "sent_at", OffsetDateTime.class).toInstant(),
                new DivisionCode(row.getLong(of + "division")),
                row.getObject(of + "amends", UUID.class),
                instant(row, of + "ended_at"),
                row.getString(of + "end_reason"),
                row.getObject(of + "amended_by", UUID.class));
    }

    static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                row.getObject("id", UUID.class),
                row.getObject("directive", UUID.class),
                row.getString("kind"),
                row.getString("ref"),
                row.getString("name"),
                row.getString("login"),
                row.getString("phone"),
                new DivisionCode(row.getLong("division")),
                instant(row, "read_at"),
                row.getString("read_by"),
                instant(row, "answered_at"),
                row.getInt("reminders"),
                instant(row, "reminded_at"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
