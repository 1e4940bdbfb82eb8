package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft is asked about people before anybody is judged by it. */
final class WhatIfCommandTest {
    private static final String AT = "2020-07-26T12:00+08:00";
    private static final String HEADER = "person,arrivedAt,origin,originRisk,destination,declaredAt,code,tests\n";
    private static final String TAIL =
            ",green,2020-07-21T10:00+08:00/2020-07-21T20:00+08:00/negative/nucleic-acid/self\n";

    @TempDir
    Path folder;

    /** A version of the order in which a value differs. */
    private Path draft(String pack, String parameter, String value) throws IOException {
        Path from = CommandLine.HOME.resolve("packs").resolve(pack);
        Path to = folder.resolve(pack + "-" + parameter);
        try (var files = Files.walk(from)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
        Path parameters = to.resolve("parameters.yaml");
        String text = Files.readString(parameters);
        String changed = text.replaceFirst("(?s)(\n  " + parameter + ":\n.*?value: )[^\n]*", "$1" + value);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(parameters, changed);
        return to;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Answer whatIf(Object fresh, Object old, Object people) {
        return CommandLine.run(
                "",
                "whatif",
                "--pack",
                fresh.toString(),
                "--against",
                old.toString(),
                "--people",
                people.toString(),
                "--at",
                AT);
    }

    private static String traveller(String person, String risk, String county) {
        return person + ",2020-07-26T09:00+08:00,210211000000," + risk + "," + county + ",2020-07-26T08:00+08:00"
                + TAIL;
    }

    /** Three whose certificate is five days old in two districts, one of medium risk, and one row of nobody. */
    private Path ledger() throws IOException {
        return file(
                "people.csv",
                HEADER
                        + traveller("A", "low", "210302000000")
                        + traveller("B", "low", "210302000000")
                        + traveller("C", "low", "210303000000")
                        + traveller("D", "medium", "210302000000")
                        + traveller("", "low", "210302000000"));
    }

    /** The list makes all of one district medium risk, whatever was stated; a second file adds to the first. */
    @Test
    void listsAreReadAsTheServerReadsThem() throws IOException {
        Path lists = file("lists.yaml", """
                format: 1
                lists:
                  - {series: national, scheme: county-2020, from: "2020-07-20T00:00+08:00", otherwise: low, places: {medium: ["210211000000"]}}
                """);
        Path own = file("own.yaml", """
                format: 1
                responses: [{region: "210300000000", level: II, from: "2020-07-20T00:00+08:00"}]
                sources: [{kind: market, places: ["210211000000"], from: "2020-07-20T00:00+08:00"}]
                """);
        Path people = ledger();
        Answer stated = whatIf(CommandLine.ANSHAN, CommandLine.ANSHAN, people);
        Answer listed = CommandLine.run(
                "",
                "whatif",
                "--pack",
                CommandLine.ANSHAN.toString(),
                "--against",
                CommandLine.ANSHAN.toString(),
                "--people",
                people.toString(),
                "--at",
                AT,
                "--lists",
                lists.toString(),
                "--levels",
                own.toString(),
                "--sources",
                own.toString());
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(stated.out()).isNotEqualTo(listed.out());
        assertThat(listed.out().lines())
                .contains(
                        "210302000000\tarrival\tcentral-isolation\tcentral-isolation\t3",
                        "210303000000\tarrival\tcentral-isolation\tcentral-isolation\t1");
        Answer missing = CommandLine.run(
                "",
                "whatif",
                "--pack",
                CommandLine.ANSHAN.toString(),
                "--against",
                CommandLine.ANSHAN.toString(),
                "--people",
                people.toString(),
                "--at",
                AT,
                "--lists",
                "nowhere.yaml");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere.yaml");
    }

    private static Answer jincheng(Path people, String... more) {
        String pack = CommandLine.HOME.resolve("packs/jincheng-2022").toString();
        List<String> words = new ArrayList<>(List.of("whatif", "--pack", pack, "--against", pack));
        words.addAll(List.of("--people", people.toString(), "--at", "2022-11-02T12:00+08:00"));
        words.addAll(List.of(more));
        return CommandLine.run("", words.toArray(String[]::new));
    }

    /** Who comes from a district of Zhengzhou, and who comes from a county that no list of these names. */
    private Path returnees() throws IOException {
        return file(
                "returnees.csv",
                "person,arrivedAt,origin,destination\n"
                        + "A,2022-11-02T09:00+08:00,410102000000,140525000000\n"
                        + "B,2022-11-02T09:00+08:00,410105000000,140525000000\n"
                        + "C,2022-11-02T09:00+08:00,210302000000,140581000000\n");
    }

    @Test
    void theNationalListIsReadAsItWasPublishedAndWhatIsUncertainIsNamed() throws IOException {
        Path list = file("national.json", """
                {"data": {"end_update_time": "2022-11-01 21时", "hcount": 4, "mcount": 0, "lcount": 0,
                  "highlist": [
                    {"province": "河南省", "city": "郑州市", "county": "中原区", "communitys": ["中原区全域"]},
                    {"province": "河南省", "city": "郑州市", "county": "金水区", "communitys": ["某某花园5号楼"]},
                    {"province": "河南省", "city": "郑州市", "county": "无此区", "communitys": ["全域"]}],
                  "middlelist": [], "lowlist": []}}
                """);
        Answer answer = jincheng(returnees(), "--lists", list.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out().lines())
                .as("one is listed; a building lists no district, and which areas are pushed is not set")
                .contains("140525000000\tarrival/arrival-class\tfull-chain\tfull-chain\t1")
                .contains("140525000000\tarrival/arrival-class\tundecided\tundecided\t1")
                .contains("140581000000\tarrival/arrival-class\tundecided\tundecided\t1");
        assertThat(answer.err().lines())
                .anyMatch(line -> line.contains("某某花园5号楼") && line.contains("a part of a place"))
                .anyMatch(line -> line.contains("无此区") && line.contains("no such place is known"))
                .anyMatch(line -> line.contains("1 of 3 areas of the list count"));
        Answer broken = jincheng(
                returnees(), "--lists", file("broken.json", "{\"highlist\"").toString());
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("no complete JSON");
        Path undated = file("undated.json", "{\"data\": {\"highlist\": []}}");
        assertThat(jincheng(returnees(), "--lists", undated.toString()).err()).contains("end_update_time");
    }

    @Test
    void theListOfTheFirstOfNovemberIsTakenPacked() throws IOException {
        Path published = Stream.iterate(CommandLine.HOME.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(each -> each.resolve("shared/data/risk-regions/2022110121-1b2500d0.json.gz"))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(published != null, "the published lists are not here");
        Answer answer = jincheng(returnees(), "--lists", String.valueOf(published));
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("of 5,405 areas of the list count");
        long named = answer.err()
                .lines()
                .filter(line -> line.startsWith("not counted"))
                .count();
        assertThat(named).as("all that do not count are named").isBetween(1_000L, 5_404L);
        assertThat(answer.err()).contains("%,d of 5,405".formatted(5_405 - named));
    }

    @Test
    void aLedgerIsCountedFromWhatToWhatWithWhatItTakes() throws IOException {
        Answer answer = whatIf(draft("anshan-2020", "certificate-validity-days", "3"), CommandLine.ANSHAN, ledger());
        assertThat(answer.code()).as(answer.err()).isZero();
        List<String> lines = answer.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("division\tepisode\tfrom\tto\tpeople");
        assertThat(lines.subList(1, 4))
                .containsExactlyInAnyOrder(
                        "210302000000\tarrival\tdistrict-decides\ttest-at-once\t2",
                        "210303000000\tarrival\tdistrict-decides\ttest-at-once\t1",
                        "210302000000\tarrival\tcentral-isolation\tcentral-isolation\t1");
        assertThat(lines.subList(4, lines.size())).contains("tests\t检测（份）\t+3");
        assertThat(answer.err()).contains("line 6: person", "4 episodes");
        assertThat(answer.out()).as("no names").doesNotContain("A\t", "\tB");
    }

    private static final List<String> OFFICE =
            List.of("人员编号", "抵达时间", "来源地", "风险等级", "目的地", "申报时间", "健康码", "采样时间", "报告时间", "检测结果", "检测种类", "检测对象");

    private static List<String> office(String person, String risk, String county) {
        return List.of(
                person,
                "2020-07-26 09:00",
                "大连市甘井子区",
                risk,
                county,
                "2020-07-26 08:00",
                "绿码",
                "2020-07-21 10:00",
                "2020-07-21 20:00",
                "阴性",
                "核酸",
                "本人");
    }

    /** The four people as an office lists them, a title above the header, and a row that cannot be read. */
    private static List<List<String>> officeRows() {
        return List.of(
                List.of("来返人员台账"),
                OFFICE,
                office("A", "低风险", "鞍山市铁东区"),
                office("B", "低风险", "鞍山市铁东区"),
                office("C", "低风险", "鞍山市铁西区"),
                office("D", "中风险", "鞍山市铁东区"),
                office("E", "不详之极", "鞍山市铁东区"));
    }

    private Path excel() throws IOException {
        Path path = folder.resolve("台账.xlsx");
        try (var out = Files.newOutputStream(path);
                var workbook = new org.dhatim.fastexcel.Workbook(out, "test", null)) {
            var sheet = workbook.newWorksheet("台账");
            List<List<String>> rows = officeRows();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return path;
    }

    @Test
    void anOfficesWorkbookAndItsCsvGiveTheSameAnswer() throws IOException {
        Path draft = draft("anshan-2020", "certificate-validity-days", "3");
        String expected = whatIf(draft, CommandLine.ANSHAN, ledger()).out();
        Answer workbook = whatIf(draft, CommandLine.ANSHAN, excel());
        assertThat(workbook.code()).as(workbook.err()).isZero();
        assertThat(workbook.out()).isEqualTo(expected);
        assertThat(workbook.err()).contains("line 7: ", "4 episodes");
        String text = officeRows().stream()
                .map(row -> String.join(",", row))
                .collect(java.util.stream.Collectors.joining("\r\n"));
        Path csv = Files.write(folder.resolve("台账.csv"), text.getBytes(java.nio.charset.Charset.forName("GB18030")));
        assertThat(whatIf(draft, CommandLine.ANSHAN, csv).out()).isEqualTo(expected);
    }

    @Test
    void factsAndLedgerGiveTheSameAnswer() throws IOException {
        List<String> facts = new ArrayList<>();
        for (String[] each : new String[][] {
            {"A", "low", "210302000000"}, {"B", "low", "210302000000"},
            {"C", "low", "210303000000"}, {"D", "medium", "210302000000"}
        }) {
            facts.add(fact(each[0], "arrival", """
                            {"arrivedAt": "2020-07-26T09:00:00+08:00", "origin": "210211000000", "originRisk": "%s", "destination": "%s", "declaredAt": "2020-07-26T08:00:00+08:00", "code": "green"}""".formatted(each[1], each[2])));
            facts.add(fact(each[0], "test", """
                            {"sampledAt": "2020-07-21T10:00:00+08:00", "reportedAt": "2020-07-21T20:00:00+08:00", "result": "negative", "kind": "nucleic-acid", "owner": "self"}"""));
        }
        facts.add("{\"key\": \"bad\"}");
        facts.add("not JSON");
        Path draft = draft("anshan-2020", "certificate-validity-days", "3");
        Answer answer = whatIf(draft, CommandLine.ANSHAN, file("people.ndjson", String.join("\n", facts)));
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).contains("line 9:", "line 10: is not a JSON object");
        assertThat(answer.out())
                .isEqualTo(whatIf(draft, CommandLine.ANSHAN, ledger()).out());
    }

    private static String fact(String person, String kind, String payload) {
        return "{\"key\": \"%s-%s\", \"source\": \"t\", \"kind\": \"%s\", \"schema\": 1, \"subjects\": [{\"role\": \"person\", \"type\": \"person\", \"id\": \"%s\"}], \"payload\": %s}"
                .formatted(person, kind, kind, person, payload);
    }

    @Test
    void anOrderWithSeveralTablesForAnArrivalIsAskedTableByTable() throws IOException {
        String province = CommandLine.HOME.resolve("packs/province-plan").toString();
        Path set = draft("province-plan", "certificate-validity-days", "7");
        Path people = file(
                "people.csv",
                HEADER + traveller("A", "medium", "520102000000") + traveller("B", "high", "520102000000")
                        + "C,2020-07-26T09:00+08:00,210211000000,medium,520102000000,,red,\n");
        Answer answer = whatIf(set, province, people);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out().lines().filter(line -> line.contains("\tarrival/")))
                .containsExactlyInAnyOrder(
                        "520102000000\tarrival/arrival-class\tundecided\ttest-then-release\t2",
                        "520102000000\tarrival/arrival-class\tcentral-isolation\tcentral-isolation\t1",
                        "520102000000\tarrival/declaration\tdeclared-ahead\tdeclared-ahead\t2",
                        "520102000000\tarrival/declaration\tnever-declared\tnever-declared\t1");
        assertThat(answer.err()).contains("3 episodes");
    }

    /** Two rows of the table say the same of a green and of a missing code; they are one line. */
    @Test
    void whatSeveralRowsSayAlikeIsOneLine() throws IOException {
        Path people = file(
                "people.csv",
                HEADER + "A,2020-07-26T09:00+08:00,210211000000,low,210302000000,,red,\n"
                        + "B,2020-07-26T09:00+08:00,210211000000,low,210302000000,,green,\n");
        Answer answer = whatIf(CommandLine.ANSHAN, CommandLine.ANSHAN, people);
        assertThat(answer.out().lines().skip(1))
                .containsExactly("210302000000\tarrival\ttest-at-once\ttest-at-once\t2");
    }

    @Test
    void theSameVersionMovesNobodyAndTakesNothing() throws IOException {
        Answer answer = whatIf(CommandLine.ANSHAN, CommandLine.ANSHAN, ledger());
        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines().skip(1)).hasSize(3).allSatisfy(line -> {
            String[] cells = line.split("\t");
            assertThat(cells[2]).isEqualTo(cells[3]);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whatif                                                              | 1 | --at is required",
                "whatif --pack ANSHAN --against ANSHAN --people FILE                 | 1 | --at is required",
                "whatif --pack ANSHAN --against ANSHAN --people FILE --at 2020-07-26 | 1 | 时间必须带时区",
                "whatif --pack ANSHAN --against ANSHAN --at AT                       | 1 | --people is required",
                "whatif --pack ANSHAN --people FILE --at AT                          | 1 | --against is required",
                "whatif --against ANSHAN --people FILE --at AT                       | 1 | --pack is required",
                "whatif --pack ANSHAN --against ANSHAN --people nowhere.csv --at AT  | 1 | --people nowhere.csv",
                "whatif --pack ANSHAN --against ANSHAN --people EXCEL --at AT        | 1 | the file is damaged",
                "whatif --pack ANSHAN --against ANSHAN --people OTHER --at AT        | 1 | the column arrivedAt is missing",
                "whatif --pack ANSHAN --against ANSHAN --people NOTHING --at AT      | 1 | 没有认得出表头",
                "whatif --pack nowhere --against ANSHAN --people FILE --at AT        | 2 | nowhere: is not a folder",
                "whatif --pack ANSHAN --against nowhere --people FILE --at AT        | 2 | nowhere: is not a folder",
                "whatif more --pack ANSHAN --against ANSHAN --people FILE --at AT    | 1 | what is more?",
            })
    void whatCannotBeAskedIsNamed(String line, int code, String named) throws IOException {
        Path file = ledger();
        Path excel = file("people.xlsx", "PK\u0003\u0004");
        Path nothing = file("nothing.csv", "甲,乙\n1,2\n");
        Path other = file("other.csv", "person,origin\nA,210211000000\n");
        String[] words = java.util.Arrays.stream(line.strip().split(" +"))
                .map(word -> word.replace("ANSHAN", CommandLine.ANSHAN)
                        .replaceFirst("^FILE$", file.toString())
                        .replaceFirst("^EXCEL$", excel.toString())
                        .replaceFirst("^OTHER$", other.toString())
                        .replaceFirst("^NOTHING$", nothing.toString())
                        .replaceFirst("^AT$", AT))
                .toArray(String[]::new);
        Answer answer = CommandLine.run("", words);
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(named).doesNotContain("Exception", "\tat ");
    }
}
