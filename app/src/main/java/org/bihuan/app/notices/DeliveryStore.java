package org.bihuan.app.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.policy.fact.HashId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the outbox. Runs in the caller's transaction. Thread-safe. */
@Component
class DeliveryStore {
    private final JdbcClient database;
    private final NoticeSettings settings;

    DeliveryStore(JdbcClient database, NoticeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Puts a document into the outbox; harmless when it is there. */
    void queue(UUID notice, Channel channel, Instant now) {
        database.sql("""
                        insert into notices.delivery (id, notice, channel, state, attempts, next_attempt_at, at)
                        values (:id, :notice, :channel, 'QUEUED', 0, :now, :now) on conflict do nothing
                        """)
                .param("id", HashId.of("delivery", notice.toString(), channel.name()))
                .param("notice", notice)
                .param("channel", channel.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes those whose time has come; nobody else gets them until the lease ends. */
    List<Delivery> take(Instant now, int limit) {
        return database.sql("""
                        update notices.delivery set next_attempt_at = :lease
                         where id in (select id from notices.delivery where next_attempt_at <= :now
                                       order by next_attempt_at limit :limit for update skip locked)
                        returning *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", now.plus(settings.lease()).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> delivery(row))
                .list();
    }

    /** Brings a delivery into another state; false when it had moved on meanwhile. */
    boolean set(
            Delivery delivery, Delivery.State state, int attempts, @Nullable Instant next, String detail, Instant at) {
        return database.sql("""
                        update notices.delivery
                           set state = :state, attempts = :attempts, next_attempt_at = :next, detail = :detail, at = :at
                         where id = :id and state = :before
                        """)
                        .param("state", state.name())
                        .param("attempts", attempts)
                        .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                        .param("detail", detail)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", delivery.id())
                        .param("before", delivery.state().name())
                        .update()
                == 1;
    }

    Optional<Delivery> lock(UUID id) {
        return database.sql("select * from notices.delivery where id = :id for update")
                .param("id", id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    List<Delivery> of(Collection<UUID> notices) {
        return notices.isEmpty()
                ? List.of()
                : database.sql("select * from notices.delivery where notice in (:notices) order by channel")
                        .param("notices", notices)
                        .query((row, number) -> delivery(row))
                        .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
