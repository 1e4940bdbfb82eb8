package org.bihuan.app.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Units, their daily returns, and the board of who is missing, over HTTP. */
@Tag("database")
class ReturnsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DAY = "2020-07-26";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=2020-07-26T12:00:00Z"); // 20:00 local

    private static Visitor city = new Visitor(SERVER);
    private static Visitor district = new Visitor(SERVER);

    @BeforeAll
    static void units() {
        city = Visitor.as(SERVER, "headquarters", "210300000000");
        district = Visitor.as(SERVER, "district-headquarters", "210302000000");
        city.get("/returns/units");
        String definition = "id: daily\nzh: 每日报告\nen: Daily return\ndue: \"16:00\"\n"
                + "fields:\n  - {id: ill, zh: 发热, en: Fever, type: count}\n";
        assertThat(city.post("/returns/forms", Map.of("definition", definition)).statusCode())
                .isEqualTo(302);
        String block = "一中,学校,210302000000,教务处,0412-5550001,visitor-reporting-unit-210302000000\n"
                + "二中\t学校\t210302000000\t教务处\t0412-5550002\n\n西区医院，医院，210303000000，总值班，0412-5550003";
        assertThat(city.post("/returns/units/block", Map.of("block", block)).statusCode())
                .isEqualTo(302);
    }

    @Test
    @Clause({"S2-02", "S1-110"})
    void aUnitThatSaysNothingIsMissingAndNeverZero() {
        JsonNode hospital = line(city, "西区医院");
        assertThat(hospital.path("state").asString()).isEqualTo("missing");
        assertThat(hospital.path("answers").isNull()).isTrue();
        assertThat(hospital.path("zero").isNull()).isTrue();
        String page = city.get("/returns?day=" + DAY + "&state=missing").body();
        assertThat(page).contains("西区医院", "0412-5550003", "不知道", "铁西区");
    }

    @Test
    @Clause("S2-02")
    void aUnitReportsZeroWithATickAndAmendsWithAReason() {
        Visitor unit = Visitor.as(SERVER, "reporting-unit", "210302000000");
        assertThat(unit.get("/returns").body()).contains("一中").doesNotContain("二中", "西区医院");
        Map<String, String> fields = fields("一中", "0", UUID.randomUUID().toString());
        HttpResponse<String> refused = unit.post("/returns/give", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("由填报人明确说");
        fields.put("zero", "yes");
        assertThat(unit.post("/returns/give", fields).statusCode()).isEqualTo(302);
        assertThat(unit.post("/returns/give", fields).statusCode())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(line(city, "一中").path("revisions").asInt()).isEqualTo(1);
        assertThat(line(city, "一中").path("state").asString()).isEqualTo("late");
        Map<String, String> amended = fields("一中", "2", UUID.randomUUID().toString());
        assertThat(unit.post("/returns/give", amended).body()).contains("修改已报内容须写明原因");
        amended.put("reason", "漏数两人");
        assertThat(unit.post("/returns/give", amended).statusCode()).isEqualTo(302);
        JsonNode line = line(city, "一中");
        assertThat(line.path("answers").path("ill").asString()).isEqualTo("2");
        assertThat(line.path("revisions").asInt()).isEqualTo(2);
        String history = unit.get("/returns/give?unit=" + id("一中") + "&form=daily&day=" + DAY)
                .body();
        assertThat(history).contains("漏数两人", "零报告", "第1次", "第2次");
    }

    @Test
    void anOfficerEntersWhatWasPhonedInBeforeItsTime() {
        Map<String, String> fields = fields("二中", "1", UUID.randomUUID().toString());
        fields.put("receivedAt", "2020-07-26T15:30");
        district.get("/returns/give?unit=" + id("二中") + "&form=daily&day=" + DAY);
        assertThat(district.post("/returns/give", fields).statusCode()).isEqualTo(302);
        assertThat(line(city, "二中").path("state").asString()).isEqualTo("on_time");
        fields.put("key", UUID.randomUUID().toString());
        fields.put("receivedAt", "2020-07-27T15:30");
        fields.put("reason", "x");
        assertThat(district.post("/returns/give", fields).body()).contains("不能晚于现在");
    }

    @Test
    void aDistrictNeitherSeesNorReportsForAnother() {
        assertThat(district.get("/returns?day=" + DAY).body()).contains("一中").doesNotContain("西区医院");
        assertThat(district.get("/returns/give?unit=" + id("西区医院") + "&form=daily&day=" + DAY)
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> foreign = district.post(
                "/returns/units",
                Map.of("name", "甲", "kind", "学校", "division", "210303000000", "phone", "0412-1", "contact", ""));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.body()).contains("不在您的辖区内");
        String api = "{\"key\":\"" + UUID.randomUUID() + "\",\"unit\":\"" + id("西区医院")
                + "\",\"form\":\"daily\",\"day\":\"" + DAY + "\",\"answers\":{\"ill\":1}}";
        HttpResponse<String> refused = district.postData("/api/returns", api);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"unit\"");
    }

    @Test
    void oneWrongLineAndNoUnitIsAdded() {
        HttpResponse<String> answer = city.post(
                "/returns/units/block", Map.of("block", "丙,学校,210302000000,,0412-5550009\n丁,学校,210399,,0412-5550009"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("第2行", "210399", "丙");
        assertThat(city.get("/api/returns/units").body()).doesNotContain("丙");
    }

    @Test
    void theBoardIsTheObviousOne() {
        Returns returns = SERVER.bean(Returns.class);
        long expected = SERVER.bean(Units.class).list().stream()
                .filter(unit -> unit.owes(java.time.LocalDate.parse(DAY)))
                .count();
        assertThat(board(returns, DAY)).hasSize((int) expected);
        assertThat(board(returns, "2020-07-25")).as("nobody was a unit yet").isEmpty();
    }

    private static java.util.List<BoardLine> board(Returns returns, String day) {
        java.util.List<BoardLine> lines = new java.util.ArrayList<>();
        returns.board(
                "daily",
                java.time.LocalDate.parse(day),
                SERVER.bean(Clock.class).instant(),
                lines::add);
        return lines;
    }

    /** More units than a step reads and than a page shows: each once, in the order of the register, whoever asks how. */
    @Test
    void aLongRegisterIsReadStepByStep() {
        Visitor city = Visitor.as(SERVER, "headquarters", "210300000000");
        city.get("/returns/units");
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 1_300; i++) {
            block.append("长队").append(i % 700).append(i < 700 ? "甲" : "乙").append(",学校,210381000000,,0412-5550009\n");
        }
        HttpResponse<String> added = city.post("/returns/units/block", Map.of("block", block.toString()));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
        Returns returns = SERVER.bean(Returns.class);
        java.util.List<java.util.UUID> obvious = SERVER.bean(Units.class).list().stream()
                .filter(unit -> unit.owes(java.time.LocalDate.parse(DAY)))
                .map(ReportingUnit::id)
                .toList();
        assertThat(obvious).hasSizeGreaterThan(1_300);
        assertThat(board(returns, DAY)).extracting(each -> each.unit().id()).containsExactlyElementsOf(obvious);
        java.util.List<java.util.UUID> paged = new java.util.ArrayList<>();
        for (String after = ""; paged.size() < 2_000; after = paged.getLast().toString()) {
            JsonNode page = JSON.readTree(city.get("/api/returns?form=daily&day=" + DAY + "&limit=499&after=" + after)
                    .body());
            page.forEach(each ->
                    paged.add(java.util.UUID.fromString(each.path("unit").asString())));
            if (page.size() < 499) {
                break;
            }
        }
        assertThat(paged).isEqualTo(obvious);
        HttpResponse<String> lost =
                city.get("/api/returns?form=daily&day=" + DAY + "&after=" + java.util.UUID.randomUUID());
        assertThat(lost.statusCode())
                .as("an empty answer would say that nobody is left")
                .isEqualTo(422);
        assertThat(lost.body()).contains("after", "begin again without it");
        String first = city.get("/returns?form=daily&day=" + DAY).body();
        assertThat(first).contains("<b>" + obvious.size() + "</b>", "after=" + obvious.get(299));
        assertThat(city.get("/returns?form=daily&day=" + DAY + "&after=" + obvious.getLast())
                        .body())
                .as("behind the last there is nobody")
                .doesNotContain("长队0甲");
        for (java.util.UUID each : SERVER.bean(Units.class).list().stream()
                .filter(unit -> unit.name().startsWith("长队"))
                .map(ReportingUnit::id)
                .toList()) {
            SERVER.bean(Units.class)
                    .end(
                            each,
                            "x",
                            java.time.LocalDate.parse(DAY),
                            SERVER.bean(Clock.class).instant());
        }
    }

    private static Map<String, String> fields(String unit, String ill, String key) {
        return new HashMap<>(Map.of("key", key, "unit", id(unit), "form", "daily", "day", DAY, "f-ill", ill));
    }

    private static String id(String unit) {
        return SERVER.bean(Units.class).list().stream()
                .filter(each -> each.name().equals(unit))
                .map(each -> each.id().toString())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode line(Visitor visitor, String unit) {
        for (JsonNode each :
                JSON.readTree(visitor.get("/api/returns?form=daily&day=" + DAY).body())) {
            if (each.path("name").asString().equals(unit)) {
                return each;
            }
        }
        throw new AssertionError("not on the board: " + unit);
    }
}
