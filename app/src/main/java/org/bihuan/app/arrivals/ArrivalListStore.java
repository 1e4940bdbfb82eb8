package org.bihuan.app.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of lists and counts of journeys; every figure has the condition of its list. Thread-safe. */
@Component
class ArrivalListStore {
    private final JdbcClient database;
    private final Duration noShow;

    ArrivalListStore(JdbcClient database, ArrivalSettings settings) {
        this.database = database;
        this.noShow = settings.noShow();
    }

    /** The condition of one cell of the funnel; written once, for its figure and for its list. */
    private static String cell(ArrivalStep step, ArrivalSide side) {
        return switch (side) {
            case REACHED ->
                switch (step) {
                    case DECLARED -> "declared_at <= :now";
                    case ARRIVED -> "arrived_at <= :now";
                    case CLASSED -> "arrived_at <= :now and outcome <> ''";
                    case TESTED -> "tested_at <= :now";
                    case HANDED_OVER -> "received_at <= :now";
                    case RELEASED -> "released_at <= :now";
                };
            case WAITING ->
                switch (step) {
                    case DECLARED -> "false";
                    case ARRIVED -> "declared_at is not null and arrived_at is null";
                    case CLASSED -> "arrived_at is not null and outcome = ''";
                    case TESTED -> "test_due_at is not null";
                    case HANDED_OVER -> "sent_at is not null and received_at is null";
                    case RELEASED -> "arrived_at is not null and (released_at is null or released_at > :now)";
                };
            case LOST ->
                cell(step, ArrivalSide.WAITING)
                        + switch (step) {
                            case DECLARED, CLASSED -> "";
                            case ARRIVED -> " and at <= :missed";
                            case TESTED -> " and test_due_at <= :now";
                            case HANDED_OVER -> " and receipt_due_at <= :now";
                            case RELEASED -> " and overdue_since is not null";
                        };
        };
    }

    private String where(ArrivalQuery query, Map<String, Object> parameters, Instant now) {
        DivisionCode division = query.division();
        int level = division.level();
        parameters.put("code", level == 5 ? division.value() : division.value() / unit(level));
        parameters.put("street", division.value() / unit(4));
        parameters.put("from", query.from().atOffset(ZoneOffset.UTC));
        parameters.put("until", query.until().atOffset(ZoneOffset.UTC));
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put("missed", now.minus(noShow).atOffset(ZoneOffset.UTC));
        return " where at >= :from and at < :until and "
                + switch (level) {
                    case 1 -> "(city / 100 = :code or division is null)";
                    case 2 -> "(city = :code or division is null)";
                    case 3 -> "county = :code";
                    case 4 -> "street = :code";
                    default -> "street = :street and division = :code";
                };
    }

    private static long unit(int level) {
        return switch (level) {
            case 1 -> 10_000_000_000L;
            case 2 -> 100_000_000L;
            case 3 -> 1_000_000L;
            default -> 1_000L;
        };
    }

    ArrivalFunnel funnel(ArrivalQuery query, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder sql = new StringBuilder("select count(*) as number");
        for (ArrivalStep step : ArrivalStep.values()) {
            for (ArrivalSide side : ArrivalSide.values()) {
                sql.append(", count(*) filter (where ")
                        .append(cell(step, side))
                        .append(") as ")
                        .append(name(step, side));
            }
        }
        sql.append(" from arrivals.journey").append(where(query, parameters, now));
        return database.sql(sql.toString())
                .params(parameters)
                .query((row, number) -> {
                    Map<ArrivalSide, Map<ArrivalStep, Long>> cells = new EnumMap<>(ArrivalSide.class);
                    for (ArrivalSide side : ArrivalSide.values()) {
                        Map<ArrivalStep, Long> counts = new EnumMap<>(ArrivalStep.class);
                        for (ArrivalStep step : ArrivalStep.values()) {
                            counts.put(step, row.getLong(name(step, side)));
                        }
                        cells.put(side, counts);
                    }
                    return new ArrivalFunnel(
                            query,
                            row.getLong("number"),
                            cells.getOrDefault(ArrivalSide.REACHED, Map.of()),
                            cells.getOrDefault(ArrivalSide.WAITING, Map.of()),
                            cells.getOrDefault(ArrivalSide.LOST, Map.of()),
                            remarked(query, now));
                })
                .single();
    }

    private Map<String, Long> remarked(ArrivalQuery query, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        Map<String, Long> counts = new TreeMap<>();
        database.sql("select remark, count(*) as number from arrivals.journey" + where(query, parameters, now)
                        + " and remark <> '' group by remark")
                .params(parameters)
                .query(row -> {
                    counts.put(row.getString("remark"), row.getLong("number"));
                });
        return counts;
    }

    private static String name(ArrivalStep step, ArrivalSide side) {
        return step.name() + "_" + side.name();
    }

    /** A page of the list, the latest first. */
    List<Journey> list(ArrivalQuery query, Instant now, @Nullable Instant beforeAt, UUID beforeId, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = selected(query, parameters, now);
        if (beforeAt != null) {
            sql += " and (at, id) < (:beforeAt, :beforeId)";
            parameters.put("beforeAt", beforeAt.atOffset(ZoneOffset.UTC));
            parameters.put("beforeId", beforeId);
        }
        parameters.put("limit", limit);
        return read(sql + " order by at desc, id desc limit :limit", parameters);
    }

    /** A page of the list in the order of people. */
    List<Journey> bySubject(ArrivalQuery query, Instant now, String afterSubject, UUID afterId, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = selected(query, parameters, now) + " and (subject, id) > (:afterSubject, :afterId)";
        parameters.put("afterSubject", afterSubject);
        parameters.put("afterId", afterId);
        parameters.put("limit", limit);
        return read(sql + " order by subject, id limit :limit", parameters);
    }

    private String selected(ArrivalQuery query, Map<String, Object> parameters, Instant now) {
        StringBuilder sql = new StringBuilder("select * from arrivals.journey").append(where(query, parameters, now));
        if (query.step() != null) {
            sql.append(" and ").append(cell(query.step(), query.side()));
        }
        if (!query.remark().isEmpty()) {
            sql.append(" and remark = :remark");
            parameters.put("remark", query.remark());
        }
        return sql.toString();
    }

    private List<Journey> read(String sql, Map<String, Object> parameters) {
        return database.sql(sql)
                .params(parameters)
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }

    /** Journeys of people, the latest first. */
    List<Journey> of(Collection<SubjectId> people) {
        return database.sql("select * from arrivals.journey where subject = any(:people) order by at desc, id")
                .param("people", people.stream().map(SubjectId::toString).toArray(String[]::new))
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }

    /** Who has declared for the city and was not seen, the nearest to a moment first. */
    List<Journey> expected(DivisionCode city, Instant from, Instant until, Instant moment, int limit) {
        return database.sql("""
                        select * from arrivals.journey
                         where city = :city and at between :from and :until and arrived_at is null and declared_at is not null
                         order by abs(extract(epoch from at - cast(:moment as timestamptz))), subject limit :limit
                        """)
                .param("city", city.value() / unit(2))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }

    /** Who is declared under the receipt's number. */
    List<Journey> ofReceipt(String receipt) {
        return database.sql("select * from arrivals.journey where receipt = :receipt order by at desc, id limit 50")
                .param("receipt", receipt)
                .query((row, number) -> JourneyStore.read(row))
                .list();
    }
}
