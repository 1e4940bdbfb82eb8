package org.bihuan.app.arrivals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of vehicles at checkpoints. Runs in the caller's transaction. Thread-safe. */
@Component
class StopStore {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    StopStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /** Makes the stops of the vehicles these. */
    void replace(Collection<SubjectId> vehicles, List<VehicleStop> stops) {
        jdbc.update(
                "delete from arrivals.stop where subject = any(?) and not subject = any(?)",
                names(vehicles),
                names(stops.stream().map(VehicleStop::subject).toList()));
        new BulkStatement<>(stops)
                .column("text", each -> each.subject().toString())
                .column("int8", each -> each.division().value())
                .column("timestamptz", VehicleStop::noticedAt)
                .column("timestamptz", VehicleStop::queuedAt)
                .column("timestamptz", VehicleStop::checkedAt)
                .column("timestamptz", VehicleStop::leftAt)
                .column("text", VehicleStop::kind)
                .column("int4", VehicleStop::occupants)
                .column("int4", VehicleStop::registered)
                .column("text", VehicleStop::sticker)
                .column("text", VehicleStop::paper)
                .column("bool", VehicleStop::isOffline)
                .column("bool", VehicleStop::isTwin)
                .update(jdbc, """
                        insert into arrivals.stop (subject, division, noticed_at, queued_at, checked_at, left_at, class,
                               occupants, registered, sticker, paper, is_offline, is_twin)
                        select * from unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                               ?::timestamptz[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[], ?::boolean[],
                               ?::boolean[])
                        on conflict (subject) do update set division = excluded.division,
                               noticed_at = excluded.noticed_at, queued_at = excluded.queued_at,
                               checked_at = excluded.checked_at, left_at = excluded.left_at, class = excluded.class,
                               occupants = excluded.occupants, registered = excluded.registered,
                               sticker = excluded.sticker, paper = excluded.paper, is_offline = excluded.is_offline,
                               is_twin = excluded.is_twin
                        """);
    }

    /** Those that wait, the first first; then those that pass through; of the reader's region. */
    List<VehicleStop> open(int limit) {
        return client.sql("""
                        select * from arrivals.stop
                         where checked_at is null or (class = 'transit' and left_at is null)
                         order by checked_at is not null, coalesce(queued_at, noticed_at), subject limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Those dealt with last. */
    List<VehicleStop> latest(Instant since, int limit) {
        return client.sql("""
                        select * from arrivals.stop where checked_at is not null and noticed_at >= :since
                         order by noticed_at desc, subject limit :limit
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Of the vehicles those that wait or pass through, the latest first. */
    List<VehicleStop> openOf(Collection<SubjectId> vehicles) {
        return client.sql("""
                        select * from arrivals.stop where subject = any(:vehicles)
                           and (checked_at is null or (class = 'transit' and left_at is null))
                         order by noticed_at desc, subject
                        """)
                .param("vehicles", names(vehicles))
                .query((row, number) -> read(row))
                .list();
    }

    Optional<VehicleStop> find(SubjectId vehicle) {
        return client.sql("select * from arrivals.stop where subject = :subject")
                .param("subject", vehicle.toString())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The stop that a paper form of the checkpoint was typed as. */
    Optional<VehicleStop> ofPaper(DivisionCode division, String paper) {
        return client.sql("select * from arrivals.stop where division = :division and paper = :paper limit 1")
                .param("division", division.value())
                .param("paper", paper)
                .query((row, number) -> read(row))
                .optional();
    }

    private static VehicleStop read(ResultSet row) throws SQLException {
        return new VehicleStop(
                SubjectId.parse(row.getString("subject")),
                new DivisionCode(row.getLong("division")),
                Objects.requireNonNull(JourneyStore.moment(row, "noticed_at")),
                JourneyStore.moment(row, "queued_at"),
                JourneyStore.moment(row, "checked_at"),
                JourneyStore.moment(row, "left_at"),
                row.getString("class"),
                row.getInt("occupants"),
                row.getInt("registered"),
                row.getString("sticker"),
                row.getString("paper"),
                row.getBoolean("is_offline"),
                row.getBoolean("is_twin"));
    }

    private static Object names(Collection<SubjectId> subjects) {
        return subjects.stream().map(SubjectId::toString).toArray(String[]::new);
    }
}
