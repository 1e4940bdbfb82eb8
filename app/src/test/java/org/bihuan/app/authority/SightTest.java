package org.bihuan.app.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.RunningServer;
import org.bihuan.app.facts.Append;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself lets through, whatever the program above it asks. */
@Tag("database")
class SightTest {
    private static final List<String> GUARDED = List.of(
            "arrivals.journey",
            "arrivals.stop",
            "authority.subject_region",
            "briefing.briefing",
            "briefing.correction",
            "briefing.figure",
            "briefing.item",
            "bulk.action",
            "bulk.item",
            "directives.directive",
            "directives.recipient",
            "directives.reply",
            "doorstep.held",
            "returns.given",
            "returns.unit",
            "shifts.attachment",
            "shifts.entry",
            "shifts.handover",
            "shifts.handover_item",
            "shifts.turn",
            "duties.decision",
            "duties.duty",
            "duties.measure",
            "duties.signal",
            "duties.subject",
            "facts.bulk",
            "facts.bulk_subject",
            "facts.fact",
            "facts.fact_subject",
            "orders.effect",
            "orders.result",
            "orders.what_if_count",
            "photos.photo",
            "residents.appeal");

    /** Have a subject or a division and no policy, and why that is right. */
    private static final Set<String> OPEN = Set.of(
            "accounts.assignment", // who works where is no health data
            "accounts.oidc_link", // who somebody is elsewhere: subject of another system, no person of ours
            "accounts.service_key",
            "accounts.session",
            "duties.ambient", // which subjects read a parameter: ids only, for the workers
            "duties.pin", // which version judged an episode: ids only
            "imports.line", // rows of files that the city's headquarters alone may send and look at
            "imports.listed",
            "destruction.request", // asked for, agreed to and listed by the city's headquarters and security officer
            // alone
            "destruction.retention_order", // likewise
            "destruction.hold", // likewise
            "facts.forgotten", // whose data are gone: ids only
            "notices.notice", // issued and listed by the city's headquarters alone
            "facts.alias", // who is one with whom: ids only, needed to find whom to ask about
            "facts.lookup", // keyed hashes; whom they find is asked about before anything is told
            "facts.person_number", // keyed hash and random id, likewise
            "audit.alarm", // who read what: for the security officer of the city alone
            "audit.certificate",
            "audit.entry",
            "facts.mark", // who waits to be looked at: ids only
            "orders.planned_value", // values of orders are public
            "rules.setting"); // values of orders are public

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=" + MatrixCity.START,
            "--bihuan.active-packs=anshan-2020");

    @BeforeAll
    static void fill() throws InterruptedException {
        MatrixCity.fill(SERVER);
    }

    @Test
    void everyTableWithPeopleOrPlacesIsGuardedOrSaysWhyNot() {
        List<String> tables = SERVER.database()
                .jdbcOfOwner()
                .sql("""
                        select distinct table_schema || '.' || table_name from information_schema.columns
                         where column_name in ('subject', 'subjects', 'source_subject', 'division')
                           and table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, number) -> row.getString(1))
                .list();
        List<String> forced = SERVER.database()
                .jdbcOfOwner()
                .sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relrowsecurity and c.relforcerowsecurity
                        """)
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(forced).containsAll(GUARDED);
        assertThat(tables).isNotEmpty().allMatch(table -> forced.contains(table) || OPEN.contains(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authority.subject_region",
                "duties.decision",
                "duties.duty",
                "duties.measure",
                "duties.subject",
                "facts.fact",
                "facts.fact_subject"
            })
    void nobodySeesNothingTheOwnerIncluded(String table) {
        String count = "select count(*) from " + table;
        assertThat(SERVER.database().jdbc().sql(count).query(Long.class).single())
                .as("there is something to be hidden")
                .isPositive();
        assertThat(strict().sql(count).query(Long.class).single()).isZero();
        assertThat(numbers(Sight.NONE, 0, count)).containsExactly(0L);
        assertThat(SERVER.database()
                        .strictJdbcOfOwner()
                        .sql(count)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2,2103,210300000000",
        "3,210302,210302000000",
        "4,210302002,210302002000",
        "5,210302002001,210302002001"
    })
    void aRegionSeesItsOwnPeople(int level, long code, String region) {
        Set<String> expected = MatrixCity.PEOPLE.stream()
                .filter(person -> MatrixCity.sees(region, person))
                .map(person -> "person:" + person.id())
                .collect(Collectors.toSet());
        for (String sql : List.of(
                "select subject from authority.subject_region where subject like 'person:p-%'",
                "select subject from duties.subject where subject like 'person:p-%'",
                "select subject from duties.decision where subject like 'person:p-%'",
                "select subject from facts.fact_subject where subject like 'person:p-%'",
                "select s.subject from facts.fact f join facts.fact_subject s on s.fact_id = f.id where s.subject like 'person:p-%'")) {
            assertThat(Set.copyOf(inTransaction(level, code, sql))).as(sql).isEqualTo(expected);
        }
        String digits = Long.toString(code);
        assertThat(inTransaction(level, code, "select division::text from duties.duty where division is not null"))
                .isNotEmpty()
                .allMatch(division -> division.startsWith(digits));
    }

    @Test
    void nobodyBelowTheMachineWritesWhatIsDerived() {
        assertThatThrownBy(
                        () -> inTransaction(
                                3,
                                210302,
                                "insert into authority.subject_region (subject, division) values ('person:x', 210303000000) returning subject"))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(inTransaction(
                        3, 210302, "update duties.duty set owner = 'nobody' where county <> 210302 returning owner"))
                .isEmpty();
    }

    @Test
    void aTransactionLeavesNothingToTheNextOnTheSameConnection() {
        JdbcClient jdbc = strict();
        assertThat(numbers(9, 0, "select count(*) from facts.fact").getFirst()).isPositive();
        assertThat(jdbc.sql("select count(*) from facts.fact").query(Long.class).single())
                .isZero();
    }

    @Test
    void aForeignSubjectIsNotChangedByAFact() {
        Asker district = new Asker(
                new UUID(1, 1),
                "district",
                "district",
                Roles.builtIn().get("district-headquarters"),
                DivisionCode.of("210302000000"),
                "");
        for (String person : List.of("p-sibling", "p-foreign", "p-nowhere")) {
            assertThat(MatrixCity.append(SERVER, district, person, "x-" + person))
                    .isInstanceOf(Append.Refused.class);
        }
        for (String person : List.of("p-village", "p-moved", "x-new")) {
            assertThat(MatrixCity.append(SERVER, district, person, "x-" + person))
                    .isInstanceOf(Append.Recorded.class);
        }
    }

    private static JdbcClient strict() {
        return JdbcClient.create(SERVER.database().strictDataSource());
    }

    private static List<Long> numbers(int level, long code, String sql) {
        return inTransaction(level, code, sql).stream().map(Long::valueOf).toList();
    }

    private static List<String> inTransaction(int level, long code, String sql) {
        var source = SERVER.database().strictDataSource();
        JdbcClient jdbc = JdbcClient.create(source);
        return Objects.requireNonNull(new TransactionTemplate(new DataSourceTransactionManager(source))
                .execute(status -> {
                    jdbc.sql("select set_config('bihuan.level', ?, true), set_config('bihuan.code', ?, true)")
                            .param(Integer.toString(level))
                            .param(Long.toString(code))
                            .query((row, number) -> 1)
                            .list();
                    return jdbc.sql(sql)
                            .query((row, number) -> row.getString(1))
                            .list();
                }));
    }
}
