package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checkpoint deals with vehicles and those in them. */
@Tag("database")
class VehicleDeskTest {
    private static final String TIEDONG = "210302000000";
    private static final String TIEXI = "210303000000";
    private static final Pattern PERSON = Pattern.compile("name=\"(person\\d)\" value=\"(\\w+)\"");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T04:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    private final Checkpoint test = new Checkpoint(SERVER);

    private static Visitor officer(String region) {
        return Visitor.as(SERVER, "checkpoint", region);
    }

    private static Map<String, String> vehicle(String plate, String... pairs) {
        Map<String, String> fields = Checkpoint.form("plate", plate, "origin", "210211000000", "destination", TIEDONG);
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private List<VehicleStop> stops() {
        return SERVER.bean(Vehicles.class).latest(test.now());
    }

    private static String send(Visitor officer, Map<String, String> form) {
        officer.get("/arrivals/desk");
        HttpResponse<String> answer = officer.post("/arrivals/desk/stops", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return Checkpoint.path(answer);
    }

    private static HttpResponse<String> refused(Visitor officer, Map<String, String> form) {
        officer.get("/arrivals/desk");
        HttpResponse<String> answer = officer.post("/arrivals/desk/stops", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer;
    }

    @Test
    @Clause({"S0-04", "S4-32"})
    void fourPeopleInACarTakeOneScreen() {
        test.declare(Checkpoint.declaration(
                "2020-07-26T13:00", TIEXI, "name", "钱大海", "phone", "13900007777", "plate", "辽B70001", "name1", "钱小海"));
        Visitor officer = officer(TIEDONG);
        String found = officer.get("/arrivals/desk?find=%E8%BE%BDb70001").body();
        assertThat(found).contains("钱**").doesNotContain("钱大海", "13900007777");
        Map<String, String> form = vehicle(
                "辽B70001",
                "occupants",
                "4",
                "waited",
                "7",
                "sticker",
                "T-0001",
                "risk",
                "medium",
                "name3",
                "孙一",
                "phone3",
                "13900003333",
                "name4",
                "孙二");
        Matcher declared = PERSON.matcher(found);
        while (declared.find()) {
            form.put(declared.group(1), declared.group(2));
        }
        assertThat(form).containsKeys("person1", "person2");
        String done = send(officer, form);
        assertThat(send(officer, form)).as("sent twice").isEqualTo(done);
        String page = officer.get(done).body();
        assertThat(page).contains("钱大海", "钱小海", "孙一", "孙二", "14天集中医学观察");
        VehicleStop stop = stops().stream()
                .filter(each -> each.sticker().equals("T-0001"))
                .findFirst()
                .orElseThrow();
        assertThat(stop.kind()).isEqualTo("flagged");
        assertThat(stop.occupants()).isEqualTo(4);
        assertThat(stop.registered()).isEqualTo(4);
        assertThat(stop.queued(test.now())).hasValue(Duration.ofMinutes(7));
        test.settle();
        List<ArrivalLine> declaredThere = test.all(TIEXI).stream()
                .filter(each -> each.reached().contains(ArrivalStep.DECLARED)
                        && each.reached().contains(ArrivalStep.ARRIVED))
                .toList();
        assertThat(declaredThere).as("those who declared go where they said").hasSize(2);
        assertThat(declaredThere).allMatch(each -> each.reached().contains(ArrivalStep.CLASSED));
        assertThat(officer.get("/arrivals/desk?find=7777").body())
                .as("who is here is expected no more")
                .contains("没有查到");
    }

    @Test
    void aDeclarationIsFoundByTheLastFourDigitsAndByTheReceiptAndWhoLooksIsWrittenDown() {
        String receipt = test.declare(
                Checkpoint.declaration("2020-07-26T15:00", TIEXI, "name", "冯远", "phone", "13911118642", "name1", "卫同"));
        Visitor officer = officer(TIEDONG);
        String body = officer.get("/arrivals/desk?find=8642").body();
        assertThat(body).contains("冯*");
        String number =
                new Visitor(SERVER).get(receipt).body().replaceAll("(?s).*receipt-number\">([0-9a-f]{8})<.*", "$1");
        assertThat(officer.get("/arrivals/desk?find=" + number).body()).contains("冯*", "卫*", number);
        assertThat(officer.get("/arrivals/desk?find=8641").body()).contains("没有查到");
        Matcher person = PERSON.matcher(body);
        assertThat(person.find()).isTrue();
        assertThat(SERVER.bean(Audit.class).about(List.of("person:" + person.group(2)), 10))
                .anyMatch(each -> each.user().startsWith("visitor-checkpoint")
                        && each.purpose().equals("arrivals"));
        Visitor elsewhere = Visitor.as(SERVER, "checkpoint", "210202000000");
        assertThat(elsewhere.get("/arrivals/desk?find=8642").body())
                .as("another city")
                .contains("没有查到");
    }

    @Test
    @Clause("S4-32")
    void onlyTheFlaggedAreRegisteredAndTheOthersCounted() {
        Visitor officer = officer(TIEDONG);
        send(officer, vehicle("辽C10001", "occupants", "30", "sticker", "T-bus"));
        send(officer, vehicle("辽C10002", "occupants", "30", "sticker", "T-bus2", "name1", "马过", "doubt1", "yes"));
        Map<String, VehicleStop> bySticker = new HashMap<>();
        stops().forEach(each -> bySticker.put(each.sticker(), each));
        assertThat(bySticker.get("T-bus"))
                .isNotNull()
                .matches(each -> each.kind().equals("ordinary") && each.occupants() == 30 && each.registered() == 0);
        assertThat(bySticker.get("T-bus2"))
                .isNotNull()
                .matches(each -> each.kind().equals("flagged") && each.occupants() == 30 && each.registered() == 1);
    }

    /** Whoever goes back, changes something and sends again must not be shown the first result as if it were this one's. */
    @ParameterizedTest
    @CsvSource({"name1,另一人", "occupants,9", "destination,210303000000", "name2,又一人", "class,transit"})
    void theSameFormWithAnotherContentIsRefusedAndSaysSo(String field, String value) {
        Visitor officer = officer(TIEDONG);
        String plate = "辽S" + (10_000 + field.hashCode() % 1_000 + field.length());
        Map<String, String> form = vehicle(plate, "occupants", "2", "name1", "首个人", "sticker", "T-" + field);
        String done = send(officer, form);
        Map<String, String> changed = new HashMap<>(form);
        changed.put(field, value);
        assertThat(refused(officer, changed).body()).contains("用不同内容提交过");
        assertThat(send(officer, form)).as("the same again is a repeat").isEqualTo(done);
        assertThat(stops())
                .filteredOn(each -> each.sticker().equals("T-" + field))
                .singleElement()
                .matches(each -> each.occupants() == 2 && each.registered() == 1);
    }

    @Test
    void theQueueTakesAFormOnceAndSaysWhenAnotherComesUnderItsKey() {
        Visitor officer = officer(TIEDONG);
        officer.get("/arrivals/desk");
        Map<String, String> form = Checkpoint.form("plate", "辽Q00001");
        assertThat(officer.post("/arrivals/desk/queue", form).statusCode()).isEqualTo(302);
        assertThat(officer.post("/arrivals/desk/queue", form).statusCode()).isEqualTo(302);
        form.put("plate", "辽Q00002");
        HttpResponse<String> other = officer.post("/arrivals/desk/queue", form);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("用不同内容提交过");
        assertThat(SERVER.bean(Vehicles.class).openWith(new NumberPlate("辽Q00002")))
                .isEmpty();
    }

    @Test
    void twoVehiclesWithOnePlateAreBothKept() {
        Visitor officer = officer(TIEDONG);
        officer.get("/arrivals/desk");
        assertThat(officer.post("/arrivals/desk/queue", Checkpoint.form("plate", "辽D00001"))
                        .statusCode())
                .isEqualTo(302);
        Map<String, String> second = vehicle("辽D00001", "sticker", "T-twin", "occupants", "1");
        HttpResponse<String> answer = refused(Visitor.as(SERVER, "checkpoint", TIEXI), second);
        assertThat(answer.body()).contains("另有一辆同牌车", "同牌的另一辆车");
        second.put("twin", "yes");
        send(Visitor.as(SERVER, "checkpoint", TIEXI), second);
        assertThat(stops()).anyMatch(each -> each.sticker().equals("T-twin") && each.isTwin());
        assertThat(officer.get("/arrivals/desk").body()).contains("辽D00001");
    }

    @Test
    void aQueuedVehicleIsTakenFromTheQueueWithItsMinutes() {
        Visitor officer = officer(TIEDONG);
        officer.get("/arrivals/desk");
        officer.post("/arrivals/desk/queue", Checkpoint.form("plate", "辽E00001"));
        VehicleStop waiting =
                SERVER.bean(Vehicles.class).openWith(new NumberPlate("辽E00001")).getFirst();
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofMinutes(11));
        String page =
                officer.get("/arrivals/desk?vehicle=" + waiting.subject().id()).body();
        assertThat(page).contains("value=\"辽E00001\"", "已等11分");
        Map<String, String> form = vehicle(
                "辽E00001", "occupants", "2", "vehicle", waiting.subject().id());
        send(officer, form);
        assertThat(SERVER.bean(Vehicles.class).find(waiting.subject()).flatMap(each -> each.queued(test.now())))
                .hasValue(Duration.ofMinutes(11));
    }

    @Test
    @Clause("S4-32")
    void whoPassesThroughIsClosedWhenSeenLeavingElsewhere() {
        Visitor in = officer(TIEDONG);
        int before = test.all("210300000000").size();
        assertThat(refused(in, vehicle("辽F00001", "class", "transit")).body()).contains("至少登记驾驶员一人");
        send(in, vehicle("辽F00001", "class", "transit", "name1", "何路过", "phone1", "13922220000"));
        Visitor out = officer(TIEXI);
        String page = out.get("/arrivals/desk?find=%E8%BE%BDF00001").body();
        assertThat(page).contains("正在过境");
        String left = page.replaceAll("(?s).*action=\"(/arrivals/desk/\\w+/left)\".*", "$1");
        assertThat(out.post(left, Map.of("at", "2020-07-25T10:00")).body()).contains("早于驶入时间");
        assertThat(out.post(left, Map.of()).statusCode()).isEqualTo(302);
        assertThat(out.post(left, Map.of()).statusCode()).as("sent twice").isEqualTo(302);
        assertThat(out.post(left, Map.of("at", "2020-07-26T11:59")).body())
                .as("another time than the one kept")
                .contains("以先登记的为准");
        assertThat(out.get("/arrivals/desk?find=%E8%BE%BDF00001").body()).doesNotContain("正在过境");
        test.settle();
        assertThat(test.all("210300000000")).as("no arrival is made of it").hasSize(before);
    }

    @Test
    void whatWasDoneOnPaperKeepsItsTrueTimeAndItsSerialCountsOnce() {
        Visitor officer = officer(TIEDONG);
        assertThat(refused(officer, vehicle("辽G00001", "paper", "K-77")).body()).contains("真实时间");
        Map<String, String> form =
                vehicle("辽G00001", "paper", "K-77", "at", "2020-07-26T09:30", "occupants", "1", "name1", "纸上人");
        send(officer, form);
        VehicleStop stop = stops().stream()
                .filter(each -> each.paper().equals("K-77"))
                .findFirst()
                .orElseThrow();
        assertThat(stop.isOffline()).isTrue();
        assertThat(stop.checkedAt()).isEqualTo("2020-07-26T01:30:00Z");
        form.put("key", UUID.randomUUID().toString());
        assertThat(refused(officer, form).body()).contains("已补录过");
        assertThat(refused(officer, vehicle("辽G00001", "offline", "yes", "at", "2020-07-27T09:30"))
                        .body())
                .contains("晚于当前时刻");
    }

    @Test
    void whatIsWrongInARowIsSaidAndNothingIsKept() {
        Visitor officer = officer(TIEDONG);
        int before = test.all("210300000000").size();
        Map<String, String> form = vehicle(
                "辽H00001", "sticker", "T-none", "name1", "对的", "name2", "错的", "document2", "210302198605031234");
        HttpResponse<String> answer = refused(officer, form);
        assertThat(answer.body()).contains("证件号码", "value=\"对的\"");
        assertThat(stops()).noneMatch(each -> each.sticker().equals("T-none"));
        assertThat(test.all("210300000000")).hasSize(before);
        assertThat(refused(officer, vehicle("车")).body()).contains("必须是车牌号");
        assertThat(refused(officer, vehicle("辽H00002", "origin", "", "name1", "无来源"))
                        .body())
                .contains("没有找到");
        assertThat(refused(officer, vehicle("辽H00003", "person1", "nobody")).body())
                .contains("请重新查找");
    }

    @Test
    void aChildIsRegisteredWithAnAdultOfTheVehicle() {
        Visitor officer = officer(TIEDONG);
        String done = send(officer, vehicle("辽J00001", "name1", "大人", "name2", "小孩", "document2", child()));
        assertThat(officer.get(done).body()).contains("大人", "小孩");
        assertThat(refused(officer, vehicle("辽J00002", "name1", "独自", "document1", child()))
                        .body())
                .contains("监护人");
    }

    /** A number with the right check character, of somebody born on 2015-05-05. */
    private static String child() {
        String first = "21030220150505123";
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (first.charAt(i) - '0') * weights[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }
}
