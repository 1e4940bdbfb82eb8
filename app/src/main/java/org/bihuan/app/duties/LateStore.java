package org.bihuan.app.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.bihuan.app.authority.Asking;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL that reads what was late at a moment. Thread-safe. */
@Component
class LateStore {
    private static final int STEP = 1_000;

    private final JdbcClient database;

    LateStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * As of a moment that may be past. What was late then is unmet until now, or was met or waived only afterwards: three
     * parts that exclude each other, each with an index of its own.
     */
    void at(Instant then, LateDuty.Asked asked, Consumer<LateDuty> each) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", then.atOffset(ZoneOffset.UTC));
        String rest = " and due_at <= :now and " + ReadStore.STATE + " = 'LATE'"
                + RegionFilter.within(asked.division(), parameters)
                + equal("kind", asked.kind(), parameters)
                + equal("owner", asked.owner(), parameters)
                + RegionFilter.duties(Asking.sight(), parameters);
        String part = "select id, division, title_zh, title_en, due_at from duties.duty where ";
        database.sql(part + "met_fact is null and waived_at is null" + rest
                        + " union all " + part + "met_fact is not null and met_known_at > :now" + rest
                        + " union all " + part + "met_fact is null and waived_at > :now" + rest
                        + " order by due_at, id")
                .params(parameters)
                .withFetchSize(STEP) // a cursor of the database: rows come by the thousand
                .query(row -> {
                    each.accept(duty(row));
                });
    }

    private static String equal(String column, String value, Map<String, Object> parameters) {
        parameters.put(column, value);
        return value.isEmpty() ? "" : " and " + column + " = :" + column;
    }

    private static LateDuty duty(ResultSet row) throws SQLException {
        long division = row.getLong("division");
        return new LateDuty(
                row.getObject("id", UUID.class),
                division == 0 ? null : new DivisionCode(division),
                new Wording(row.getString("title_zh"), row.getString("title_en")));
    }
}
