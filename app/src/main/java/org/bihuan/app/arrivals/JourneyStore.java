package org.bihuan.app.arrivals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of writing journeys. Runs in the caller's transaction. Thread-safe. */
@Component
class JourneyStore {
    private final JdbcTemplate jdbc;

    JourneyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the journeys of the subjects these; writes what differs. */
    void replace(Collection<SubjectId> subjects, List<Journey> wanted) {
        Map<String, Journey> stored = new HashMap<>();
        jdbc.query(
                "select * from arrivals.journey where subject = any(?)",
                row -> {
                    Journey journey = read(row);
                    stored.put(key(journey), journey);
                },
                (Object) subjects.stream().map(SubjectId::toString).toArray(String[]::new));
        List<Journey> differing = new ArrayList<>();
        for (Journey each : wanted) {
            Journey before = stored.remove(key(each));
            if (!each.equals(before)) {
                differing.add(each);
            }
        }
        new BulkStatement<>(List.copyOf(stored.values()))
                .column("text", each -> each.subject().toString())
                .column("uuid", Journey::id)
                .update(jdbc, """
                        delete from arrivals.journey j using unnest(?::text[], ?::uuid[]) as g(subject, id)
                         where j.subject = g.subject and j.id = g.id
                        """);
        write(differing);
    }

    private static String key(Journey journey) {
        return journey.subject() + "/" + journey.id();
    }

    private void write(List<Journey> journeys) {
        new BulkStatement<>(journeys)
                .column("uuid", Journey::id)
                .column("text", each -> each.subject().toString())
                .column("int8", each -> code(each.division()))
                .column("int8", each -> code(each.seenIn()))
                .column("int8", each -> code(each.origin()))
                .column("timestamptz", Journey::at)
                .column("timestamptz", each -> each.steps().declaredAt())
                .column("timestamptz", each -> each.steps().arrivedAt())
                .column("text", each -> each.steps().outcome())
                .column("timestamptz", each -> each.steps().testedAt())
                .column("timestamptz", each -> each.steps().sentAt())
                .column("timestamptz", each -> each.steps().receivedAt())
                .column("timestamptz", each -> each.steps().releasedAt())
                .column("timestamptz", each -> each.waits().testDueAt())
                .column("timestamptz", each -> each.waits().receiptDueAt())
                .column("timestamptz", each -> each.waits().overdueSince())
                .column("text", Journey::remark)
                .column("text", Journey::receipt)
                .column("bool", Journey::isClaimed)
                .update(jdbc, """
                        insert into arrivals.journey (id, subject, division, seen_in, origin, at, declared_at, arrived_at,
                               outcome, tested_at, sent_at, received_at, released_at, test_due_at, receipt_due_at,
                               overdue_since, remark, receipt, is_claimed)
                        select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[],
                               ?::timestamptz[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                               ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                               ?::text[], ?::text[], ?::boolean[])
                        on conflict (subject, id) do update set division = excluded.division, seen_in = excluded.seen_in,
                               origin = excluded.origin, at = excluded.at, declared_at = excluded.declared_at,
                               arrived_at = excluded.arrived_at, outcome = excluded.outcome,
                               tested_at = excluded.tested_at, sent_at = excluded.sent_at,
                               received_at = excluded.received_at, released_at = excluded.released_at,
                               test_due_at = excluded.test_due_at, receipt_due_at = excluded.receipt_due_at,
                               overdue_since = excluded.overdue_since, remark = excluded.remark,
                               receipt = excluded.receipt, is_claimed = excluded.is_claimed
                        """);
    }

    static Journey read(ResultSet row) throws SQLException {
        return new Journey(
                row.getObject("id", UUID.class),
                SubjectId.parse(row.getString("subject")),
                division(row, "division"),
                division(row, "seen_in"),
                division(row, "origin"),
                Objects.requireNonNull(moment(row, "at")),
                new Journey.Steps(
                        moment(row, "declared_at"),
                        moment(row, "arrived_at"),
                        row.getString("outcome"),
                        moment(row, "tested_at"),
                        moment(row, "sent_at"),
                        moment(row, "received_at"),
                        moment(row, "released_at")),
                new Journey.Waits(
                        moment(row, "test_due_at"), moment(row, "receipt_due_at"), moment(row, "overdue_since")),
                row.getString("remark"),
                row.getString("receipt"),
                row.getBoolean("is_claimed"));
    }

    private static @Nullable DivisionCode division(ResultSet row, String column) throws SQLException {
        long code = row.getLong(column);
        return code == 0 ? null : new DivisionCode(code);
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long code(@Nullable DivisionCode division) {
        return division == null ? null : division.value();
    }
}
