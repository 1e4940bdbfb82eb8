package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.app.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The policies leave the indexes in use: the first page of a worklist is read in order, nothing is sorted. */
@Tag("database")
class SightPlanTest {
    private static final String PAGE = """
            explain select *, case when waived_at <= now() then 'WAIVED' when met_known_at <= now() then 'MET'
                                   when due_at <= now() then 'LATE' when opens_at <= now() then 'OPEN' else 'SCHEDULED' end
              from duties.duty
             where true and %s and met_fact is null and waived_at is null
             order by due_at, id limit 50
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void fill() {
        JdbcClient owner = DATABASE.jdbcOfOwner();
        owner.sql("""
                        insert into duties.duty (id, subject, recorded_subject, pack, episode, obligation, step, kind, owner,
                            division, opens_at, due_at, attempts, clauses, title_zh, title_en, content_hash, met_fact)
                        select gen_random_uuid(), 'person:' || n, 'person:' || n, 'p', gen_random_uuid(), 'o', 's', 'k',
                               'community', 210300000000 + (n % 7 + 1) * 1000000 + (n % 23 + 1) * 1000, now(),
                               now() + (n % 5000) * interval '1 minute', 0, '', '', '', gen_random_uuid(),
                               case when n % 3 = 0 then gen_random_uuid() end
                          from generate_series(1, 60000) n
                        """).update();
        owner.sql("insert into authority.subject_region (subject, division) select subject, division from duties.duty")
                .update();
        owner.sql("analyze duties.duty").update();
        owner.sql("analyze authority.subject_region").update();
    }

    @Test
    void aDistrictReadsItsPageInOrder() {
        assertThat(plan(3, 210302, PAGE.formatted("county = 210302")))
                .contains("duty_unmet_county")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void aStreetReadsItsPageInOrder() {
        assertThat(plan(4, 210302002, PAGE.formatted("street = 210302002")))
                .contains("duty_unmet_street")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void theCityReadsItsPageInOrder() {
        assertThat(plan(2, 2103, PAGE.formatted("(city = 2103 or division is null)")))
                .contains("duty_unmet")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void whatIsDoneIsReadInOrderToo() {
        String done = PAGE.replace(
                "met_fact is null and waived_at is null", "(met_fact is not null or foreseen_known_at is not null)");
        for (String where : List.of("street = 210302002", "street = 210302002 and owner = 'nobody'")) {
            assertThat(plan(4, 210302002, done.formatted(where)))
                    .contains("duty_met")
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void aRoleWithoutDutiesReadsNobodyElses() {
        assertThat(plan(3, 210302, PAGE.formatted("county = 210302 and owner in ('nobody')")))
                .contains("duty_unmet_county_owner")
                .doesNotContain("Seq Scan");
    }

    @Test
    void whatIsScheduledIsPassedOverWithinTheIndex() {
        String open = PAGE.formatted("county = 210302 and due_at > now() and least(opens_at, due_at) <= now()");
        assertThat(plan(3, 210302, open)).contains("duty_unmet_county", "LEAST").doesNotContain("Seq Scan", "Sort");
        assertThat(plan(3, 210302, open)).containsPattern("Index Cond: .*LEAST");
    }

    @Test
    void theMachineFindsASubjectsDutiesByItsIndex() {
        assertThat(plan(9, 0, "explain select id from duties.duty where subject = any(array['person:7', 'person:8'])"))
                .contains("duty_subject")
                .doesNotContain("Seq Scan");
    }

    @Test
    void whatWasLateAtAMomentAndWhatHappenedInATimeIsFoundByIndex() {
        assertThat(indexed("explain select id from duties.duty where met_fact is not null and met_known_at > now()"))
                .contains("duty_met_known");
        assertThat(indexed("explain select id from duties.duty where met_fact is null and waived_at > now()"
                        + " order by waived_at limit 5"))
                .contains("duty_waived_at");
        assertThat(indexed("explain select id from facts.fact where kind = 'arrival' collate \"C\""
                        + " and occurred_at > now() - interval '1 day' and occurred_at <= now()"))
                .contains("fact_kind_time")
                .contains("occurred_at >");
    }

    /** The plan where reading the whole table is out of the question, as it is with millions of rows. */
    private static String indexed(String sql) {
        return plan(9, 0, "/* */ " + sql);
    }

    private static String plan(int level, long code, String sql) {
        var source = DATABASE.strictDataSource();
        JdbcClient jdbc = JdbcClient.create(source);
        List<String> lines = new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
            jdbc.sql("select set_config('bihuan.level', ?, true), set_config('bihuan.code', ?, true)")
                    .param(Integer.toString(level))
                    .param(Long.toString(code))
                    .query((row, number) -> 1)
                    .list();
            if (sql.startsWith("/* */")) {
                jdbc.sql("select set_config('enable_seqscan', 'off', true)")
                        .query((row, number) -> 1)
                        .list();
            }
            return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
        });
        return String.join("\n", lines == null ? List.of() : lines);
    }
}
