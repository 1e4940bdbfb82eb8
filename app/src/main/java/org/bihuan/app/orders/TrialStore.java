package org.bihuan.app.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of trials. Thread-safe. */
@Component
class TrialStore {
    private final JdbcClient database;

    TrialStore(JdbcClient database) {
        this.database = database;
    }

    /** Asks; what was asked before under the id stays. */
    void ask(Trial trial) {
        DivisionCode region = trial.region();
        database.sql("""
                        insert into orders.what_if
                            (id, pack, hash, against_pack, against_hash, region, at, asked_by, asked_at, state)
                        values (:id, :pack, :hash, :againstPack, :againstHash, :region, :at, :by, :askedAt, 'working')
                        on conflict do nothing
                        """)
                .param("id", trial.id())
                .param("pack", trial.pack())
                .param("hash", trial.hash())
                .param("againstPack", trial.againstPack())
                .param("againstHash", trial.againstHash())
                .param("region", region == null ? null : region.value())
                .param("at", time(trial.at()))
                .param("by", trial.by())
                .param("askedAt", time(trial.askedAt()))
                .update();
    }

    Optional<Trial> find(UUID id) {
        return database.sql("select * from orders.what_if where id = ?")
                .param(id)
                .query((row, number) -> trial(row))
                .optional();
    }

    /** The latest first. */
    List<Trial> list(int limit) {
        return database.sql("select * from orders.what_if order by asked_at desc, id limit ?")
                .param(limit)
                .query((row, number) -> trial(row))
                .list();
    }

    /** Those that are to be worked on, the oldest first. */
    List<Trial> working() {
        return database.sql("select * from orders.what_if where state = 'working' order by asked_at, id")
                .query((row, number) -> trial(row))
                .list();
    }

    /** Ends it as long as it works. */
    boolean end(UUID id, Trial.State state, long people, String note, Instant now) {
        return database.sql("""
                        update orders.what_if set state = ?, people = ?, note = ?, ended_at = ?
                         where id = ? and state = 'working'
                        """)
                        .params(state.word(), people, note, time(now), id)
                        .update()
                == 1;
    }

    /** Forgets what ended before the moment, with its answers. */
    void forget(Instant before) {
        database.sql("delete from orders.what_if where ended_at < ?")
                .param(time(before))
                .update();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Trial trial(ResultSet row) throws SQLException {
        long region = row.getLong("region");
        return new Trial(
                row.getObject("id", UUID.class),
                row.getString("pack"),
                row.getString("hash"),
                row.getString("against_pack"),
                row.getString("against_hash"),
                region == 0 ? null : new DivisionCode(region),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Trial.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("people"),
                moment(row, "ended_at"),
                row.getString("note"));
    }
}
