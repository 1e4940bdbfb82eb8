package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft is asked about everybody in a database: numbers come out, nobody's name, and nothing is written. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class WhatIfCommandTest {
    private static final String AT = "2020-07-27T12:00+08:00";

    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    @TempDir
    static Path folder;

    private static Path draft;

    private static SubjectId person(String id) {
        return new SubjectId("person", id);
    }

    private static void arrive(String id, String risk, String county) {
        MACHINE.append(
                Machine.fact(
                        "a-" + id,
                        "arrival",
                        person(id),
                        Map.of(
                                "arrivedAt", "2020-07-26T10:00+08:00",
                                "origin", "210202000000",
                                "originRisk", risk,
                                "destination", county,
                                "code", "green",
                                "declaredAt", "2020-07-26T09:00+08:00")),
                Machine.fact("n-" + id, "person", person(id), Map.of("name", "机密姓名" + id)));
        test(id);
    }

    private static void test(String id) {
        MACHINE.append(Machine.fact(
                "t-" + id,
                "test",
                person(id),
                Map.of(
                        "sampledAt", "2020-07-22T10:00+08:00",
                        "reportedAt", "2020-07-22T20:00+08:00",
                        "result", "negative",
                        "kind", "nucleic-acid",
                        "owner", "self")));
    }

    /** Two of low risk with a test of four days, one of medium risk; one of them is known by two names. */
    @BeforeAll
    static void people() {
        MACHINE.at(Instant.parse("2020-07-27T04:00:00Z"));
        arrive("secret1", "low", "210302000000");
        arrive("secret2", "low", "210303000000");
        arrive("secret3", "medium", "210302000000");
        arrive("secret4", "low", "210302000000");
        MACHINE.append(new RawFact(
                "test",
                "link",
                "subject-link",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person("secret1")), new FactSubject("person", person("secret4"))),
                null,
                Map.of("reason", "同一证件")));
        draft = TestPacks.with(TestPacks.copy("anshan-2020", folder), "certificate-validity-days", 3);
    }

    private record Answer(int status, String out, String err) {}

    private static Answer run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(MACHINE.database().arguments()));
        all.add("--bihuan.home=" + System.getProperty("bihuan.home", ".."));
        int status = new WhatIfCommand(
                        TestPacks.home(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<String> rows() {
        return MACHINE.database()
                .jdbcOfOwner()
                .sql(
                        "select relname || ' ' || (xpath('/row/c/text()', query_to_xml('select count(*) as c from '"
                                + " || quote_ident(nspname) || '.' || quote_ident(relname), false, true, '')))[1]::text"
                                + " from pg_class join pg_namespace n on n.oid = relnamespace"
                                + " where relkind = 'r' and nspname in ('facts', 'duties', 'rules', 'audit', 'orders') order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void everybodyIsCountedOnceWithoutNames() {
        List<String> before = rows();
        Answer answer = run(
                "--pack",
                draft.toString(),
                "--against",
                TestPacks.home().resolve("anshan-2020").toString(),
                "--people",
                "db",
                "--at",
                AT);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out().lines().skip(1).filter(line -> line.contains("\tarrival\t")))
                .containsExactlyInAnyOrder(
                        "210302000000\tarrival\tdistrict-decides\ttest-at-once\t1",
                        "210303000000\tarrival\tdistrict-decides\ttest-at-once\t1",
                        "210302000000\tarrival\tcentral-isolation\tcentral-isolation\t1");
        assertThat(answer.out()).contains("tests\t检测（份）\t+2");
        assertThat(answer.out() + answer.err()).doesNotContain("secret", "机密");
        assertThat(answer.err()).contains("3 episodes");
        assertThat(rows()).as("nothing is written").isEqualTo(before);
    }

    @Test
    void aValueThatIsSetCountsForBoth() {
        String anshan = TestPacks.home().resolve("anshan-2020").toString();
        Answer answer = run(
                "--pack=" + draft,
                "--against=" + anshan,
                "--people=db",
                "--at=" + AT,
                "--set=certificate-validity-days=2");
        assertThat(answer.out().lines())
                .contains("210303000000\tarrival\ttest-at-once\ttest-at-once\t1")
                .noneMatch(line -> line.startsWith("tests"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--against OLD --people db --at AT             | 1 | --pack",
                "--pack OLD --people db --at AT                | 1 | --against",
                "--pack OLD --against OLD --at AT              | 1 | --people",
                "--pack OLD --against OLD --people db          | 1 | --at",
                "--pack OLD --against OLD --people db --at now | 1 | --at",
                "--pack OLD --against OLD --people db --at AT --colour red | 1 | --colour",
                "--pack nowhere --against OLD --people db --at AT | 2 | nowhere",
                "--pack OLD --against OLD --people db --at AT --set home-observation-days=x | 2 | home-observation-days",
            })
    void whatCannotBeAskedIsNamed(String line, int status, String named) {
        String[] words = java.util.Arrays.stream(line.strip().split(" +"))
                .map(word -> word.replaceFirst(
                                "^OLD$", TestPacks.home().resolve("anshan-2020").toString())
                        .replaceFirst("^AT$", AT))
                .toArray(String[]::new);
        Answer answer = run(words);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(named);
    }

    @Test
    void aFolderWithoutADatabaseIsNamedAndStaysEmpty() {
        Path nothing = folder.resolve("nothing");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        int status = new WhatIfCommand(TestPacks.home(), stream, stream)
                .run(List.of(
                        "--pack",
                        draft.toString(),
                        "--against",
                        draft.toString(),
                        "--people",
                        "db",
                        "--at",
                        AT,
                        "--data",
                        nothing.toString()));
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("没有数据库", "There is no database in " + nothing);
        assertThat(nothing).doesNotExist();
    }
}
