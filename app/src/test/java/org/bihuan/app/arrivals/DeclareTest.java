package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Travellers declare themselves, without an account. */
@Tag("database")
class DeclareTest {
    private static final String TO = "210302000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T04:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    private final Checkpoint desk = new Checkpoint(SERVER);

    @Test
    @Clause({"S1-014", "S4-17"})
    void aFamilyDeclaresOnceAndGetsAReceiptThatNamesNobody() {
        Map<String, String> form = Checkpoint.declaration(
                "2020-07-27T10:00", TO, "plate", "辽B 90001", "name1", "钱丽", "phone1", "13900005678", "name2", "孙小宝");
        int before = desk.all("210300000000").size();
        String receipt = desk.declare(form);
        assertThat(desk.declare(form)).as("sent twice").isEqualTo(receipt);
        assertThat(desk.all("210300000000")).hasSize(before + 3);
        HttpResponse<String> page = new Visitor(SERVER).get(receipt);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("申报回执", "鞍山市铁东区", "<dd>3</dd>").doesNotContain("赵明", "13900001234");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void itSaysWhatItIsForAndHowLongItIsKept() {
        assertThat(new Visitor(SERVER).get("/declare").body()).contains("用来做什么，保存多久", "只用于来返人员的登记、分类和服务", "留下销毁证明");
        assertThat(new Visitor(SERVER).get("/declare?lang=en").body()).contains("Used only to register");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone||联系电话|必填",
                "name||姓名|必填",
                "route||返程路线|必填",
                "testHistory||近期核酸检测情况|必填",
                "health||个人身体状况|必填",
                "expectedAt|2020-07-01T10:00|14天以上|到社区（村）登记",
                "expectedAt|2020-12-01T10:00|最多提前30天|核对日期",
                "expectedAt|明天|预计抵达时间|例如2020-07-26T08:00",
                "origin|没有这个地方|来源地|没有找到",
                "origin|朝阳区|几处同名|代码",
                "document|210302198605031234|居民身份证号|对照原件",
                "plate|车|车牌号|辽A12345",
                "abroad|yes|入境口岸|须填写",
                "destination|1|目的地|12位区划代码"
            })
    void whatIsWrongIsSaidByFieldAndWayOut(String field, String value, String first, String second) {
        Map<String, String> form = Checkpoint.declaration("2020-07-27T10:00", TO);
        form.put(field, value == null ? "" : value);
        Visitor traveller = new Visitor(SERVER);
        traveller.get("/declare");
        HttpResponse<String> answer = traveller.post("/declare", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        String said = answer.body().replaceAll("(?s).*class=\"wrong\"[^>]*>(.*?)</p>.*", "$1");
        assertThat(said).contains(second);
        assertThat(answer.body()).contains(first);
        assertThat(answer.body()).as("what was typed is kept").contains("沈海高速".repeat(field.equals("route") ? 0 : 1));
    }

    @Test
    @Clause("S1-189")
    void declaredForTheDayBeforeYesterdayIsTakenAsLate() {
        String receipt = desk.declare(Checkpoint.declaration("2020-07-24T10:00", TO));
        assertThat(new Visitor(SERVER).get(receipt).body()).contains("按迟报处理");
    }

    @Test
    @Clause({"S1-189", "S2-13"})
    void whoComesFromAbroadSaysPortAndDaysIsolatedElsewhere() {
        String receipt = desk.declare(Checkpoint.declaration(
                "2020-07-30T10:00",
                TO,
                "abroad",
                "yes",
                "port",
                "大连周水子机场",
                "enteredAt",
                "2020-07-15T09:00",
                "isolatedElsewhereDays",
                "14"));
        assertThat(new Visitor(SERVER).get(receipt).statusCode()).isEqualTo(200);
    }

    /** Whoever goes back, changes something and sends again must not be told that it was received. */
    @ParameterizedTest
    @CsvSource({"expectedAt,2020-07-28T10:00", "name1,同行人", "route,京沈高速"})
    void theSameFormWithAnotherContentIsRefusedAndSaysSo(String field, String value) {
        Map<String, String> form = Checkpoint.declaration("2020-07-27T12:00", TO);
        String receipt = desk.declare(form);
        String before = new Visitor(SERVER).get(receipt).body();
        Map<String, String> changed = new java.util.HashMap<>(form);
        changed.put(field, value);
        Visitor traveller = new Visitor(SERVER);
        traveller.get("/declare");
        HttpResponse<String> answer = traveller.post("/declare", changed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("用不同内容提交过");
        assertThat(new Visitor(SERVER).get(receipt).body()).isEqualTo(before);
    }

    @Test
    void nobodyFindsAReceiptByGuessing() {
        assertThat(new Visitor(SERVER)
                        .get("/declare/00000000-0000-8000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(SERVER).get("/declare/x").statusCode()).isEqualTo(404);
    }

    @Test
    void aDeclarationRestrictsNobody() {
        desk.declare(Checkpoint.declaration("2020-07-27T11:00", TO, "name", "不受限", "phone", "13911112222"));
        assertThat(SERVER.get("/measures").body()).doesNotContain("不受限");
    }
}
