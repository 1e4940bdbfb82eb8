package org.bihuan.app.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists out: complete, safe, marked, and only with leave. */
@Tag("database")
class ExportsTest {
    private static final int PEOPLE = 1_203;

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.exports.free-rows=1000",
            "--bihuan.active-packs=anshan-2020");

    private final Exports exports = SERVER.bean(Exports.class);
    private final Instant now = SERVER.bean(Clock.class).instant();

    @BeforeAll
    static void thereAreMoreThanCanBeHadFreely() throws InterruptedException {
        List<RawFact> facts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            SubjectId person = new SubjectId("person", "x" + i);
            facts.add(fact(
                    person,
                    i + "/arrival",
                    "arrival",
                    Map.of(
                            "arrivedAt", "2020-07-20T15:30+08:00",
                            "origin", "210202000000",
                            "originRisk", "low",
                            "destination", i < 3 ? "210303000000" : "210302000000",
                            "registeredAt", "2020-07-26T10:00+08:00")));
            facts.add(fact(person, i + "/person", "person", Map.of("name", i == 0 ? "=1+1" : "甲" + i)));
        }
        SERVER.bean(Facts.class)
                .append(
                        facts,
                        SERVER.bean(Rules.class).reader(),
                        SERVER.bean(Clock.class).instant());
        Duties duties = SERVER.bean(Duties.class);
        for (int i = 0;
                i < 600 && duties.lag(SERVER.bean(Clock.class).instant()).marks() > 0;
                i++) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    @Test
    void aShortListIsHadAtOnceAndSaysWhoTookItAndWhatFor() throws IOException {
        ExportRequest request =
                exports.ask("duties", "division=210303000000&kind=nucleic-acid-test", "xlsx", "核对铁西区", "wang", now);
        assertThat(request.needsApproval()).isFalse();
        assertThat(request.rows()).isEqualTo(3);
        List<List<String>> rows = workbook(request, "wang");
        assertThat(rows.stream().map(List::getFirst).toList().subList(0, 5))
                .contains("任务", "导出人：wang", "用途：核对铁西区", "编号：" + request.id());
        assertThat(rows.get(5)).startsWith("时限", "状态", "对象");
        assertThat(rows).hasSize(6 + 3 + 1);
        assertThat(rows.subList(6, 9)).anyMatch(row -> row.get(2).equals("'=1+1"));
        assertThat(rows.getLast().getFirst()).startsWith("共 3 行");
    }

    @Test
    void aLongListNeedsSomebodyElse() throws IOException {
        ExportRequest request = exports.ask("duties", "kind=nucleic-acid-test", "csv", "月报", "wang", now);
        assertThat(request.needsApproval()).isTrue();
        assertThatThrownBy(() -> write(request, "wang")).isInstanceOf(ExportRefused.class);
        assertThatThrownBy(() -> exports.approve(request.id(), "wang", now)).isInstanceOf(ExportRefused.class);
        exports.approve(request.id(), "li", now);
        assertThatThrownBy(() -> exports.approve(request.id(), "zhao", now)).isInstanceOf(ExportRefused.class);
        assertThatThrownBy(() -> write(request, "li")).as("not the approver's").isInstanceOf(ExportRefused.class);
        List<String> lines = new String(write(request, "wang"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        long listed = SERVER.bean(Duties.class).count(DutyQuery.unmet(1), now).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(lines.stream().filter(line -> line.contains(",x")).distinct())
                .as("as many as the list has, each once")
                .hasSize(PEOPLE);
        assertThat(listed).isGreaterThanOrEqualTo(PEOPLE);
        assertThat(lines.getLast()).contains("1,203");
    }

    @Test
    void withoutAPurposeThereIsNoList() {
        assertThatThrownBy(() -> exports.ask("duties", "", "xlsx", " ", "wang", now))
                .isInstanceOf(ExportRefused.class);
        assertThatThrownBy(() -> exports.ask("secrets", "", "xlsx", "x", "wang", now))
                .isInstanceOf(ExportRefused.class)
                .hasMessageContaining("secrets");
    }

    @Test
    void thePageShowsWhatWasAsked() {
        exports.ask("measures", "", "xlsx", "<b>看看</b>", "wang", now);
        assertThat(SERVER.get("/exports").body())
                .contains("&lt;b&gt;看看&lt;/b&gt;")
                .doesNotContain("<b>看看");
        assertThat(SERVER.get("/exports?list=duties&query=kind%3Dx").body()).contains("value=\"kind=x\"");
    }

    private List<List<String>> workbook(ExportRequest request, String by) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(write(request, by)))) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getCellText(i));
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    private byte[] write(ExportRequest request, String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(request.id(), by, now, Locale.SIMPLIFIED_CHINESE, out);
        return out.toByteArray();
    }

    private static RawFact fact(SubjectId person, String key, String kind, Map<String, Object> payload) {
        return new RawFact(
                "test",
                key,
                kind,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                null,
                payload);
    }
}
