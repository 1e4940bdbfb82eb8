package org.bihuan.app.doorstep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps commands whose duty is no longer owed, until somebody has looked at them. Thread-safe. */
@Component
class HeldStore {
    private final JdbcClient database;
    private final JsonMapper json;
    private final HeldSeals seals;

    HeldStore(JdbcClient database, JsonMapper json, HeldSeals seals) {
        this.seals = seals;
        this.database = database;
        this.json = json;
    }

    /**
     * A command that waits for somebody in the office.
     *
     * @param login who sent it, empty when that was not written down yet
     * @param seenBy who has looked at it, null while nobody has
     * @param finding what they found, empty while nobody has
     */
    record Held(
            UUID id,
            String login,
            Instant heldAt,
            Command command,
            @Nullable String seenBy,
            @Nullable Instant seenAt,
            String finding) {}

    /** Keeps it for the region of whoever sent it; keeping it twice changes nothing. */
    @Transactional
    void keep(Command command, String source, Optional<Asker> sender, Instant now) {
        database.sql("""
                        insert into doorstep.held (id, source, held_at, body, login, division)
                        values (:id, :source, :now, :body, :login, :division)
                        on conflict (id) do nothing
                        """)
                .param("id", command.id())
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("body", seals.seal(command.id(), json.writeValueAsString(command)))
                .param("login", sender.map(Asker::login).orElse(""))
                .param("division", sender.map(each -> each.region().value()).orElse(null))
                .update();
    }

    /** Those that nobody has looked at, the longest waiting first; then the others, the latest first. */
    @Transactional(readOnly = true)
    List<Held> list(int limit) {
        return database.sql("""
                        select * from doorstep.held
                         order by seen_at is not null, case when seen_at is null then held_at end, seen_at desc, id
                         limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> held(row))
                .list();
    }

    /** How many nobody has looked at. */
    @Transactional(readOnly = true)
    long waiting() {
        return database.sql("select count(*) from doorstep.held where seen_at is null")
                .query(Long.class)
                .single();
    }

    /** Says what somebody found; the first word stays. */
    @Transactional
    void see(UUID id, String by, String finding, Instant now) {
        database.sql("""
                        update doorstep.held set seen_at = :now, seen_by = :by, finding = :finding
                         where id = :id and seen_at is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("finding", finding)
                .param("id", id)
                .update();
    }

    /** What was brought before the moment. In the caller's transaction. */
    Map<UUID, Optional<DivisionCode>> before(Instant moment) {
        Map<UUID, Optional<DivisionCode>> found = new HashMap<>();
        database.sql("select id, division from doorstep.held where held_at < :before")
                .param("before", moment.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    long division = row.getLong(2); // 0 where none was written down
                    found.put(
                            row.getObject(1, UUID.class),
                            division == 0 ? Optional.empty() : Optional.of(new DivisionCode(division)));
                });
        return found;
    }

    /** What lies open from before it was sealed, locked. In the caller's transaction. */
    Map<UUID, String> lockOpen() {
        Map<UUID, String> open = new HashMap<>();
        database.sql("select id, body from doorstep.held where body not like :sealed for update")
                .param("sealed", SealedText.PREFIX + "%")
                .query(row -> {
                    open.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return open;
    }

    void seal(UUID id, String sealed) {
        database.sql("update doorstep.held set body = :body where id = :id")
                .param("body", sealed)
                .param("id", id)
                .update();
    }

    /** What was brought; nothing but its id once its key was destroyed. */
    private Command command(UUID id, String body) {
        String open = seals.open(id, body);
        return open == null
                ? new Command(id, Command.Action.EVIDENCE, "", Map.of(), 0, 0)
                : json.readValue(open, Command.class);
    }

    private Held held(ResultSet row) throws SQLException {
        OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        return new Held(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                command(row.getObject("id", UUID.class), row.getString("body")),
                row.getString("seen_by"),
                seen == null ? null : seen.toInstant(),
                row.getString("finding"));
    }
}
