package org.bihuan.app.duties;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL that counts everything at once. Runs in the caller's transaction, which sees every row. Thread-safe. */
@Component
class CubeStore {
    private final JdbcClient database;

    CubeStore(JdbcClient database) {
        this.database = database;
    }

    /** All that is unmet at the moment, as the lists of it read it. */
    DutyCube duties(Instant now) {
        alone();
        List<DutyCube.Cell> cells = new ArrayList<>();
        database.sql("select coalesce(division, 0) as place, owner, kind, assignee is null as free, " + DueWindow.COLUMN
                        + " as due, count(*) as number from duties.duty"
                        + " where met_fact is null and waived_at is null"
                        + " and (foreseen_known_at is null or foreseen_known_at > :now) group by 1, 2, 3, 4, 5")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hour", DueWindow.HOUR.ends(now).atOffset(ZoneOffset.UTC))
                .param("day", DueWindow.DAY.ends(now).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    cells.add(new DutyCube.Cell(
                            row.getLong("place"),
                            row.getString("owner"),
                            row.getString("kind"),
                            row.getBoolean("free"),
                            DueWindow.valueOf(row.getString("due")),
                            row.getLong("number")));
                });
        return new DutyCube(cells);
    }

    /** All measures in force at the moment. */
    MeasureCube measures(Instant now) {
        alone();
        Map<String, Long> counts = new HashMap<>();
        database.sql("""
                        select parts, count(*) as number
                          from (select string_agg(distinct coalesce(division, 0) || ' ' || kind, ',') as parts
                                  from duties.measure
                                 where starts_at <= :now and (ends_at is null or ends_at > :now)
                                 group by subject) each
                         group by parts
                        """).param("now", now.atOffset(ZoneOffset.UTC)).query(row -> {
            counts.put(row.getString("parts"), row.getLong("number"));
        });
        return MeasureCube.of(counts);
    }

    /** Whoever works at the same time has the other processors. */
    private void alone() {
        database.sql("set local max_parallel_workers_per_gather = 0").update();
    }
}
