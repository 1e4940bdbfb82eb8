package org.bihuan.app.arrivals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bihuan.app.arrivals.domain.Journey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of journeys that wait for a document to be compared; a figure has the condition of its list. Thread-safe. */
@Component
class ClaimListStore {
    private final JdbcClient database;

    ClaimListStore(JdbcClient database) {
        this.database = database;
    }

    private static String where(boolean isHere) {
        return " from arrivals.journey where is_claimed and "
                + (isHere ? "arrived_at <= :now" : "(arrived_at is null or arrived_at > :now)");
    }

    long count(boolean isHere, Instant now) {
        return database.sql("select count(*)" + where(isHere))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** A page, the latest first. */
    List<Journey> list(boolean isHere, Instant now, @Nullable ArrivalCursor after, int limit) {
        JdbcClient.StatementSpec asked = database.sql("select *" + where(isHere)
                        + (after == null ? "" : " and (at, id) < (:at, :id)")
                        + " order by at desc, id desc limit :limit")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit);
        return (after == null
                        ? asked
                        : asked.param("at", after.at().atOffset(ZoneOffset.UTC)).param("id", after.id()))
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }
}
