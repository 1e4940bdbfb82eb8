package org.bihuan.app.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One registration fills the forms of two departments. */
@Tag("database")
class FormsTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private final Forms forms = SERVER.bean(Forms.class);
    private final Instant now = SERVER.bean(Clock.class).instant();

    @Test
    void whatWasRecordedOnceFillsEveryDepartmentsForm() throws IOException {
        SubjectId person = new SubjectId("person", "f1");
        SERVER.bean(Facts.class)
                .append(
                        List.of(
                                fact(
                                        person,
                                        "1",
                                        "arrival",
                                        Map.of(
                                                "arrivedAt", "2020-07-20T15:30+08:00",
                                                "origin", "210200000000",
                                                "originRisk", "low",
                                                "destination", "210302000000")),
                                fact(person, "2", "person", Map.of("name", "=张三", "sex", "male")),
                                fact(
                                        person,
                                        "3",
                                        "test",
                                        Map.of(
                                                "sampledAt", "2020-07-21T09:00+08:00",
                                                "reportedAt", "2020-07-21T20:00+08:00",
                                                "result", "negative",
                                                "kind", "nucleic-acid",
                                                "owner", "self"))),
                        SERVER.bean(Rules.class).reader(),
                        now);
        UUID health = forms.add("卫健委登记表", form("姓名：{姓名}", "来自{来源地}", "{检测结果}"), "test", now);
        UUID police = forms.add("公安登记表", form("{name}", "{arrival.arrivedAt}", "{职业}"), "test", now);
        assertThat(filled(health, person)).containsExactly("姓名：=张三", "来自辽宁省大连市", "阴性");
        assertThat(filled(police, person)).containsExactly("'=张三", "2020-07-20 15:30");
        String page = SERVER.get("/forms?of=/subjects/person/f1").body();
        assertThat(page).contains("卫健委登记表", "公安登记表", "/filled?of=");
        assertThat(SERVER.get("/forms/" + police + "/filled?of=/subjects/person/f1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVER.get("/forms/" + police + "/filled?of=elsewhere").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormWithAFieldNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> forms.add("鞋码表", form("{鞋码}"), "test", now))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("鞋码")
                .hasMessageContaining("姓名");
    }

    private List<String> filled(UUID form, SubjectId person) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        forms.fill(form, person, Locale.SIMPLIFIED_CHINESE, out);
        List<String> cells = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            workbook.getFirstSheet()
                    .read()
                    .forEach(row -> row.forEach(cell -> {
                        if (cell != null && !cell.getText().isEmpty()) {
                            cells.add(cell.getText());
                        }
                    }));
        }
        return cells;
    }

    private static ByteArrayInputStream form(String... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("表");
            for (int i = 0; i < cells.length; i++) {
                sheet.value(0, i, cells[i]);
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
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
