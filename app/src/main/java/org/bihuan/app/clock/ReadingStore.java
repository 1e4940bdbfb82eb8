package org.bihuan.app.clock;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that keeps the last reading. */
@Component
class ReadingStore {
    private final JdbcClient database;

    ReadingStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Reading> find() {
        return database.sql("select reading, speed, kind from clock.reading")
                .query((row, _) -> new Reading(
                        row.getObject("reading", OffsetDateTime.class).toInstant(),
                        row.getDouble("speed"),
                        Reading.Kind.of(row.getString("kind"))))
                .optional();
    }

    void save(Reading reading) {
        database.sql("""
                        insert into clock.reading (reading, speed, kind) values (:reading, :speed, :kind)
                        on conflict (only_row) do update
                           set reading = excluded.reading,
                               speed = excluded.speed
                        """)
                .param("reading", reading.instant().atOffset(ZoneOffset.UTC))
                .param("speed", reading.speed())
                .param("kind", reading.kind().stored())
                .update();
    }
}
