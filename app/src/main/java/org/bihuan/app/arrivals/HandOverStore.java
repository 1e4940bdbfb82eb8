package org.bihuan.app.arrivals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.authority.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of who waits to be handed over and to be received. Runs in the caller's transaction. Thread-safe. */
@Component
class HandOverStore {
    private static final String ON_THE_WAY = "sent_at is not null and received_at is null";

    private final JdbcClient database;

    HandOverStore(JdbcClient database) {
        this.database = database;
    }

    /** Who was seen in the region since the moment, is not free and was not sent on. */
    List<Journey> here(Sight sight, Instant since, Instant now, int limit) {
        return database.sql("select * from arrivals.journey where " + within(sight, "seen_", "seen_in")
                        + " and at >= :since and arrived_at is not null and sent_at is null and (released_at is null or released_at > :now)"
                        + " order by at, id limit :limit")
                .param("code", sight.code())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }

    /**
     * Who was sent to the region and is received by nobody, the longest waiting first.
     *
     * @param ownToo also those who were sent from it
     */
    List<Journey> coming(Sight sight, boolean ownToo, int limit) {
        return database.sql("select * from arrivals.journey where " + coming(sight, ownToo)
                        + " order by sent_at, id limit :limit")
                .param("code", sight.code())
                .param("limit", limit)
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }

    /** Who was sent from the region and is received by nobody. */
    List<Journey> sent(Sight sight, int limit) {
        return database.sql("select * from arrivals.journey where " + within(sight, "seen_", "seen_in") + " and "
                        + ON_THE_WAY + " order by sent_at, id limit :limit")
                .param("code", sight.code())
                .param("limit", limit)
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }

    /** How many sent to the region should have been received by now. */
    long late(Sight sight, boolean ownToo, Instant now) {
        return database.sql("select count(*) from arrivals.journey where " + coming(sight, ownToo)
                        + " and receipt_due_at <= :now")
                .param("code", sight.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Journey> find(UUID id) {
        return database.sql("select * from arrivals.journey where id = :id order by subject limit 1")
                .param("id", id)
                .query((row, number) -> JourneyStore.read(row))
                .optional();
    }

    private static String coming(Sight sight, boolean ownToo) {
        String others = ownToo ? "" : " and (seen_in is null or not (" + within(sight, "seen_", "seen_in") + "))";
        return within(sight, "", "division") + " and " + ON_THE_WAY + others;
    }

    /** By equality on the column of the sight's level, which the row's policy verifies. */
    private static String within(Sight sight, String before, String finest) {
        return switch (sight.level()) {
            case Sight.ALL -> ":code = :code";
            case 1 -> before + "city / 100 = :code";
            case 2 -> before + "city = :code";
            case 3 -> before + "county = :code";
            case 4 -> before + "street = :code";
            case 5 -> finest + " = :code";
            default -> "false and :code = 0";
        };
    }
}
