package org.bihuan.app.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.photos.Photo;
import org.bihuan.app.photos.Photos;
import org.bihuan.app.photos.Sheets;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole worklist at once: as many as were shown, nobody else's, once, and back again. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class BulkTest {
    private static final String OWN = "210302000000";
    private static final String SIBLING = "210303000000";
    private static final int PEOPLE = 226; // nine in ten of them are more than two hundred

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.bulk.most=1000",
            "--bihuan.audit.bulk-subjects=200",
            "--bihuan.active-packs=anshan-2020");

    private final Visitor district = Visitor.as(SERVER, "district-headquarters", OWN);

    @BeforeAll
    static void twoDistricts() throws InterruptedException {
        List<RawFact> facts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            SubjectId person = new SubjectId("person", "b" + i);
            facts.add(new RawFact(
                    "bulk-test",
                    "arrival/" + i,
                    "arrival",
                    1,
                    null,
                    null,
                    0,
                    0,
                    null,
                    List.of(new FactSubject("person", person)),
                    null,
                    Map.of(
                            "arrivedAt", "2020-07-26T15:30+08:00",
                            "origin", "210202000000",
                            "originRisk", "low",
                            "destination", i % 10 == 0 ? SIBLING : OWN,
                            "registeredAt", "2020-07-26T16:00+08:00")));
        }
        SERVER.bean(Facts.class).append(facts, SERVER.bean(Rules.class).reader(), now());
        settle();
    }

    @BeforeEach
    void theSiblingHasDutiesOfItsOwn() {
        assertThat(unmet(SIBLING)).isNotEmpty();
        district.get("/bulk?division=" + OWN);
    }

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    private static void settle() throws InterruptedException {
        await(() -> SERVER.bean(Duties.class).lag(now()).marks() == 0);
    }

    private static void await(BooleanSupplier right) throws InterruptedException {
        for (int i = 0; !right.getAsBoolean(); i++) {
            assertThat(i).as("it does not come to an end").isLessThan(600);
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    /** Every unmet duty in the division, page by page, as the machine sees them. */
    private static List<DutyView> unmet(String division) {
        List<DutyView> all = new ArrayList<>();
        DutyQuery first = DutyQuery.unmet(500);
        DutyQuery query = new DutyQuery(
                first.states(),
                DivisionCode.parse(division),
                first.owner(),
                first.kind(),
                first.dueBefore(),
                first.after(),
                500);
        List<DutyView> page = SERVER.bean(Duties.class).list(query, now());
        while (!page.isEmpty()) {
            all.addAll(page);
            page = SERVER.bean(Duties.class).list(query.after(page.getLast()), now());
        }
        return all;
    }

    private HttpResponse<String> post(UUID id, String query, long shown, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("key", id.toString());
        all.put("query", query);
        all.put("shown", Long.toString(shown));
        all.putIfAbsent("why", "夜班交接");
        return district.post("/bulk", all);
    }

    private static void awaitState(UUID id, BulkAction.State state) throws InterruptedException {
        await(() -> SERVER.bean(Bulk.class).find(id).orElseThrow().state() == state);
        settle();
    }

    @Test
    void theCountIsTheListAndEveryPageIsAssignedOnceAndTakenBackAsAWhole() throws InterruptedException {
        List<DutyView> own = unmet(OWN);
        assertThat(own.size()).as("more than a page").isGreaterThan(200);
        assertThat(district.get("/bulk").body()).contains("<b data-count=\"chosen\">" + own.size() + "</b>");
        UUID id = UUID.randomUUID();
        Map<String, String> fields = Map.of("kind", "assignment", "assignee", "王网格");
        HttpResponse<String> first = post(id, "", own.size(), fields);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(302);
        assertThat(post(id, "", own.size(), fields).statusCode()).isEqualTo(302);
        awaitState(id, BulkAction.State.DONE);
        assertThat(unmet(OWN)).hasSameSizeAs(own).allMatch(duty -> "王网格".equals(duty.assignee()));
        assertThat(unmet(SIBLING)).allMatch(duty -> duty.assignee() == null);
        assertThat(SERVER.bean(Bulk.class)
                        .counts(SERVER.bean(Bulk.class).find(id).orElseThrow()))
                .containsExactly(Map.entry(BulkItem.State.RECORDED, (long) own.size()));
        assertThat(SERVER.bean(Audit.class).latest("", Long.MAX_VALUE, 20))
                .as("it is written down whom that was about")
                .anyMatch(entry ->
                        entry.action() == Action.CHANGE && entry.subjects().size() > 200);

        assertThat(district.get("/bulk/" + id).body()).contains("夜班交接");
        await(() -> SERVER.bean(Audit.class).alarms(100).stream()
                .anyMatch(alarm -> alarm.oddity() == org.bihuan.app.audit.Oddity.BULK
                        && alarm.purpose().equals("夜班交接")
                        && alarm.subjects() > 200
                        && alarm.user().startsWith("visitor-district-headquarters")));

        DutyView one = own.getFirst();
        assertThat(district.post(
                                "/duties/" + one.id() + "/assignment",
                                Map.of(
                                        "key",
                                        UUID.randomUUID().toString(),
                                        "assignee",
                                        "李网格",
                                        "assignedAt",
                                        "2020-07-26T20:01"))
                        .statusCode())
                .isLessThan(500);
        settle();
        assertThat(district.post("/bulk/" + id + "/undo", Map.of()).statusCode())
                .isEqualTo(302);
        awaitState(id, BulkAction.State.UNDONE);
        assertThat(unmet(OWN).stream().filter(duty -> "王网格".equals(duty.assignee())))
                .as("taken back")
                .isEmpty();
        assertThat(district.get("/bulk/" + id).body()).contains("已全部撤回");
    }

    @Test
    void anotherRegionsDutiesAreNeverTouched() throws InterruptedException {
        assertThat(district.get("/bulk?division=" + SIBLING).body()).contains("<b data-count=\"chosen\">0</b>");
        UUID id = UUID.randomUUID();
        HttpResponse<String> answer =
                post(id, "division=" + SIBLING, 999, Map.of("kind", "assignment", "assignee", "谁"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这一列现在没有任务");
        Visitor city = Visitor.as(SERVER, "headquarters", "210300000000");
        city.get("/bulk");
        UUID cityId = UUID.randomUUID();
        city.post(
                "/bulk",
                Map.of(
                        "key", cityId.toString(),
                        "query", "division=" + SIBLING,
                        "shown", "999",
                        "kind", "attempt",
                        "why", "入户未遇",
                        "result", "nobody-home"));
        awaitState(cityId, BulkAction.State.DONE);
        assertThat(unmet(SIBLING)).allMatch(duty -> "nobody-home".equals(duty.lastResult()));
        assertThat(district.get("/bulk/" + cityId).statusCode())
                .as("the city's own")
                .isEqualTo(404);
        assertThat(district.post("/bulk/" + cityId + "/undo", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aListThatHasGrownIsShownAgainAndEveryFieldIsCheckedAtOnce() {
        HttpResponse<String> grown = post(UUID.randomUUID(), "", 3, Map.of("kind", "assignment", "assignee", "王"));
        assertThat(grown.statusCode()).isEqualTo(422);
        assertThat(grown.body()).contains("已从3项变为", "value=\"王\"");
        assertThat(post(
                                UUID.randomUUID(),
                                "",
                                999,
                                Map.of("kind", "extension", "dueAt", "2020-07-26T08:00", "reason", "雨"))
                        .body())
                .contains("必须是以后的时间");
        assertThat(post(UUID.randomUUID(), "", 999, Map.of("kind", "assignment", "assignee", "王", "why", " "))
                        .body())
                .contains("why「」必填");
        assertThat(post(UUID.randomUUID(), "", 999, Map.of("kind", "attempt", "result", "gone"))
                        .body())
                .contains("result「gone」只能是");
        assertThat(post(UUID.randomUUID(), "", 999, Map.of("kind", "waiver")).body())
                .contains("逐项办理");
        assertThat(post(UUID.randomUUID(), "state=met", 999, Map.of("kind", "assignment", "assignee", "王"))
                        .body())
                .contains("不能批量办理");
    }

    @Test
    void anExtensionLeavesAloneWhatIsDueLaterAndIsTooLateToTakeBackInTheEnd() throws InterruptedException {
        List<DutyView> own = unmet(OWN);
        Instant until = own.getFirst().dueAt().plus(Duration.ofDays(1));
        UUID id = UUID.randomUUID();
        String local = until.atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime()
                .toString();
        post(id, "", own.size(), Map.of("kind", "extension", "dueAt", local, "reason", "暴雨"));
        awaitState(id, BulkAction.State.DONE);
        Map<UUID, DutyView> after = new HashMap<>();
        unmet(OWN).forEach(duty -> after.put(duty.id(), duty));
        assertThat(own)
                .allSatisfy(duty -> assertThat(after.get(duty.id()).dueAt())
                        .isEqualTo(duty.dueAt().isBefore(until) ? until : duty.dueAt()));
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofHours(3));
        assertThat(district.post("/bulk/" + id + "/undo", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("done=late");
        assertThat(SERVER.bean(Bulk.class).find(id).orElseThrow().state()).isEqualTo(BulkAction.State.DONE);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    /** As the form sends it, with a file. */
    private static HttpResponse<String> sendDocument(Visitor sibling, UUID id, long shown, byte[] file) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(sibling.get("/bulk").body());
        String csrf = token.find() ? token.group(1) : "";
        Map<String, String> fields = Map.of(
                "key", id.toString(), "kind", "document", "query", "", "shown", Long.toString(shown), "why", "签收表");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return sibling.send(SERVER.anonymous("/bulk")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("X-XSRF-TOKEN", csrf)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Test
    void oneSheetIsEvidenceAboutAllOfThemAndTakenBackAsAWhole() throws Exception {
        List<DutyView> own = unmet(SIBLING); // a tenth of the people will do
        Visitor sibling = Visitor.as(SERVER, "district-headquarters", SIBLING);
        Photos photos = SERVER.bean(Photos.class);
        HttpResponse<String> wrong = sendDocument(
                sibling, UUID.randomUUID(), own.size(), "<script>".repeat(9).getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("不是照片");
        UUID id = UUID.randomUUID();
        HttpResponse<String> sent = sendDocument(sibling, id, own.size(), picture());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(sendDocument(sibling, id, own.size(), picture()).statusCode())
                .isEqualTo(302);
        awaitState(id, BulkAction.State.DONE);
        assertThat(own).allSatisfy(duty -> assertThat(photos.ofDuty(duty.id())).hasSize(1));
        assertThat(unmet(OWN))
                .allSatisfy(duty -> assertThat(photos.ofDuty(duty.id())).isEmpty());
        DutyView one = own.getFirst();
        Photo photo = photos.ofDuty(one.id()).getFirst();
        assertThat(sibling.get("/photos/" + photo.id()).headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(SERVER.bean(Audit.class).latest("visitor-district-headquarters-" + SIBLING, Long.MAX_VALUE, 1))
                .as("who looks at it looks at everybody on it")
                .allMatch(entry -> entry.subjects().size()
                        == own.stream()
                                .map(DutyView::recordedSubject)
                                .distinct()
                                .count());
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        assertThat(owner.sql("select count(*) from photos.sheet")
                        .query(Long.class)
                        .single())
                .as("kept once, however many it is about")
                .isOne();
        String facts = "select count(*) from facts.fact where kind = 'photo'";
        assertThat(owner.sql(facts).query(Long.class).single()).isEqualTo(own.size());

        sibling.post("/bulk/" + id + "/undo", Map.of());
        awaitState(id, BulkAction.State.UNDONE);
        assertThat(own).allSatisfy(duty -> assertThat(photos.ofDuty(duty.id())).isEmpty());
        assertThat(sibling.get("/photos/" + photo.id()).statusCode()).isEqualTo(404);
        assertThat(owner.sql("select count(*) from photos.sheet where picture <> ''")
                        .query(Long.class)
                        .single())
                .as("nobody needs it any more")
                .isZero();

        UUID again = UUID.randomUUID();
        sendDocument(sibling, again, own.size(), picture());
        awaitState(again, BulkAction.State.DONE);
        Sheets sheets = SERVER.bean(Sheets.class);
        sheets.forgetPeople(
                List.of(one.recordedSubject()), List.of(own.getLast().recordedSubject()), now());
        Photo left = photos.ofDuty(own.get(1).id()).getFirst();
        assertThat(photos.picture(left))
                .as("somebody else in it is kept for a law case")
                .isPresent();
        sheets.forgetOwed(List.of(), now());
        assertThat(photos.picture(left))
                .as("it showed somebody whose data were destroyed")
                .isEmpty();
    }
}
