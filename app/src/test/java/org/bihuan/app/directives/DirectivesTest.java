package org.bihuan.app.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A directive from sending to the last answer, as each side sees it. */
@Tag("database")
class DirectivesTest {
    private static final DivisionCode CITY = DivisionCode.of("210300000000");

    private static final java.nio.file.Path OUTBOX = java.nio.file.Path.of("target", "outbox-" + UUID.randomUUID());

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z", // 20:00 local
            "--bihuan.notices.outbox=" + OUTBOX);

    @Test
    @Clause({"S0-01", "S2-09"})
    void theSenderSeesWhoHasNotReadItAndRemindsThem() {
        Visitor city = city();
        Visitor east = Visitor.as(SERVER, "district-headquarters", "210302000000");
        Visitor other = Visitor.as(SERVER, "community", "210302000000");
        String path = send(city, "备房", "210302000000");
        assertThat(east.get("/directives").body()).contains("备房", "未阅");
        assertThat(other.get("/directives").body()).as("another role").doesNotContain("备房");
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Recipient recipient = recipients(id).getFirst();
        assertThat(recipients(id)).hasSize(1);
        city.get(path);
        assertThat(city.post(path + "/reminders", Map.of()).statusCode()).isEqualTo(302);
        assertThat(east.get(path).body()).contains("已催办1次", "已阅，签收");
        assertThat(east.post(path + "/read", Map.of("recipient", recipient.id().toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(recipients(id).getFirst().owes(directive(id), now()))
                .as("read is not answered")
                .isTrue();
        Map<String, String> answer = Map.of(
                "recipient", recipient.id().toString(), "key", UUID.randomUUID().toString(), "answer", "已备30间");
        assertThat(east.post(path + "/answers", answer).statusCode()).isEqualTo(302);
        assertThat(east.post(path + "/answers", answer).statusCode()).isEqualTo(302);
        assertThat(recipients(id).getFirst().owes(directive(id), now())).isFalse();
        String receipts = city.get(path).body();
        assertThat(receipts).contains("已备30间");
        assertThat(receipts.indexOf("已备30间")).as("once").isEqualTo(receipts.lastIndexOf("已备30间"));
        assertThat(SERVER.bean(Directives.class).pending(CITY, now(), 500))
                .noneMatch(each -> each.directive().id().equals(id));
    }

    @Test
    void aReminderGoesOutAsAMessageAndItsReceiptIsHeard() throws Exception {
        Visitor city = city();
        city.get("/returns/units");
        Map<String, String> unit =
                Map.of("name", "五中", "kind", "幼儿园", "division", "210304000000", "phone", "0412-5550055", "contact", "");
        assertThat(city.post("/returns/units", unit).statusCode()).isEqualTo(302);
        Map<String, String> fields = new HashMap<>(fields("晨检安排", "210304000000"));
        fields.put("unitKind", "幼儿园");
        fields.put("deadline", "2020-07-26T22:00");
        String path = location(city.post("/directives", fields));
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(recipients(id)).as("a function without a desk, and a unit").hasSize(2);
        city.get(path);
        assertThat(city.post(path + "/reminders", Map.of()).statusCode()).isEqualTo(302);
        java.nio.file.Path sent = OUTBOX.resolve("sms");
        for (int i = 0; i < 400 && messages(sent).isEmpty(); i++) {
            Thread.sleep(25);
        }
        assertThat(messages(sent))
                .singleElement()
                .satisfies(file ->
                        assertThat(java.nio.file.Files.readString(file)).contains("0412-5550055", "鞍山市", "晨检安排", "时限"));
        assertThat(city.get(path).body()).contains("没有登记电话，短信未发出", "短信 已交出");
        String message = messages(sent).getFirst().getFileName().toString().replace(".json", "");
        assertThat(SERVER.send(SERVER.request("/api/deliveries/" + message + "/reports")
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"state\":\"delivered\"}")))
                        .body())
                .contains("recorded");
        assertThat(city.get(path).body()).contains("短信 已送达");
        assertThat(SERVER.send(SERVER.request("/api/deliveries/" + UUID.randomUUID() + "/reports")
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"state\":\"delivered\"}")))
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<java.nio.file.Path> messages(java.nio.file.Path folder) throws java.io.IOException {
        if (!java.nio.file.Files.isDirectory(folder)) {
            return List.of();
        }
        try (java.util.stream.Stream<java.nio.file.Path> files = java.nio.file.Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".json")).toList();
        }
    }

    @Test
    void whatIsWithdrawnOrAmendedIsOwedNoLonger() {
        Visitor city = city();
        Visitor west = Visitor.as(SERVER, "district-headquarters", "210303000000");
        String path = send(city, "旧指令", "210303000000");
        UUID old = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Map<String, String> fields = new HashMap<>(
                Map.of("key", UUID.randomUUID().toString(), "title", "新指令", "body", "改为40间", "amends", old.toString()));
        HttpResponse<String> sent = city.post("/directives", fields);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(city.post("/directives", fields).statusCode())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(directive(old).amendedBy()).isNotNull();
        assertThat(west.get(path).body()).contains("已被修改").doesNotContain("已阅，签收");
        String answer = west.post(
                        path + "/answers",
                        Map.of(
                                "recipient", recipients(old).getFirst().id().toString(),
                                "key", UUID.randomUUID().toString(),
                                "answer", "x"))
                .body();
        assertThat(answer).contains("已撤回或已被修改");
        String fresh = location(sent);
        UUID amended = UUID.fromString(fresh.substring(fresh.lastIndexOf('/') + 1));
        assertThat(recipients(amended)).extracting(Recipient::place).containsExactly(DivisionCode.of("210303000000"));
        assertThat(city.post(fresh + "/withdrawal", Map.of("reason", "")).body())
                .contains("必填");
        assertThat(city.post(fresh + "/withdrawal", Map.of("reason", "情况变化")).statusCode())
                .isEqualTo(302);
        assertThat(SERVER.bean(Directives.class).pending(CITY, now(), 500))
                .noneMatch(each -> each.directive().id().equals(amended));
        assertThat(west.get(fresh).body()).contains("已撤回", "情况变化");
    }

    @Test
    void theListIsFrozenWhenItIsSent() {
        Visitor city = city();
        city.get("/returns/units");
        Map<String, String> unit = new HashMap<>(
                Map.of("name", "三中", "kind", "学校", "division", "210304000000", "phone", "0412-5550004", "contact", ""));
        assertThat(city.post("/returns/units", unit).statusCode()).isEqualTo(302);
        Map<String, String> fields = new HashMap<>(fields("开学", "210304000000"));
        fields.remove("role");
        fields.put("unitKind", "学校");
        String path = location(city.post("/directives", fields));
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(recipients(id)).extracting(Recipient::name).containsExactly("三中");
        unit.put("name", "四中");
        assertThat(city.post("/returns/units", unit).statusCode()).isEqualTo(302);
        assertThat(recipients(id)).extracting(Recipient::name).containsExactly("三中");
        city.get(path);
        assertThat(city.post(
                                path + "/answers",
                                Map.of(
                                        "recipient",
                                                recipients(id).getFirst().id().toString(),
                                        "key", UUID.randomUUID().toString(),
                                        "answer", "电话答复：已办"))
                        .statusCode())
                .as("written down for a unit without an account")
                .isEqualTo(302);
        assertThat(recipients(id).getFirst().answeredAt()).isNotNull();
    }

    @Test
    void whatCannotBeSentSaysWhy() {
        Visitor city = city();
        Map<String, String> nobody = new HashMap<>(fields("无人", "210302000000"));
        nobody.remove("role");
        assertThat(city.post("/directives", nobody).body()).contains("至少选择一个角色");
        Map<String, String> past = new HashMap<>(fields("过去", "210302000000"));
        past.put("deadline", "2020-07-26T01:00");
        assertThat(city.post("/directives", past).body()).contains("须晚于现在");
        Visitor district = Visitor.as(SERVER, "district-headquarters", "210302000000");
        district.get("/directives/new");
        assertThat(district.post("/directives", fields("越界", "210303000000")).body())
                .contains("不在您的辖区内");
        Visitor officer = Visitor.as(SERVER, "duty-officer", "210300000000");
        officer.get("/directives");
        assertThat(officer.post("/directives", fields("无权", "210302000000")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void manyRecipientsAreReadPageByPageThoseWhoOweFirst() {
        Visitor city = city();
        String path = send(city, "致全市", "210302000000");
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 230; i++) {
            boolean isAnswered = random.nextInt(3) == 0;
            UUID unit = UUID.randomUUID();
            String name = "单位" + random.nextInt(100); // many are called alike
            inTransaction(() -> {
                DirectiveStore store = SERVER.bean(DirectiveStore.class);
                Recipient to =
                        Addressees.of(id, "unit", unit.toString(), name, null, "", DivisionCode.of("210302000000"));
                store.add(to);
                if (isAnswered) {
                    store.reply(UUID.randomUUID(), to, "已办", "x", now(), now());
                }
                return to;
            });
        }
        java.time.Instant at = now();
        Directive directive = directive(id);
        List<UUID> obvious = recipients(id).stream()
                .sorted(java.util.Comparator.comparing(it -> !it.owes(directive, at)))
                .map(Recipient::id)
                .toList();
        java.util.List<UUID> paged = new java.util.ArrayList<>();
        for (UUID after = null; paged.size() < 300; after = paged.getLast()) {
            UUID from = after;
            List<Recipient> page =
                    inTransaction(() -> SERVER.bean(RecipientStore.class).page(id, at, from, 7));
            page.forEach(each -> paged.add(each.id()));
            if (page.size() < 7) {
                break;
            }
        }
        assertThat(paged).hasSize(231).isEqualTo(obvious);
        long owing =
                recipients(id).stream().filter(each -> each.owes(directive, at)).count();
        String first = city.get(path).body();
        assertThat(first).contains("231", Long.toString(owing));
        assertThat(first.split("<tr><td class=\"cell-what\">", -1)).hasSize(101);
        assertThat(city.get(path + "?after=" + paged.get(199)).body().split("<tr><td class=\"cell-what\">", -1))
                .hasSize(32);
        assertThat(city.get("/directives").body()).contains("致全市");
        city.get(path);
        assertThat(city.post(path + "/reminders", Map.of()).statusCode()).isEqualTo(302);
        assertThat(recipients(id))
                .as("each who owes something once")
                .allMatch(each -> each.reminders() == (each.owes(directive, at) ? 1 : 0));
    }

    private static Map<String, String> fields(String title, String place) {
        return Map.of(
                "key",
                UUID.randomUUID().toString(),
                "title",
                title,
                "body",
                "每区备集中隔离房间30间",
                "needsAnswer",
                "yes",
                "role",
                "district-headquarters",
                "place",
                place);
    }

    private static String send(Visitor city, String title, String place) {
        HttpResponse<String> sent = city.post("/directives", fields(title, place));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return location(sent);
    }

    private static String location(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("Location").orElseThrow();
        return to.substring(to.indexOf("/directives"), to.indexOf('?'));
    }

    private static Directive directive(UUID id) {
        return inTransaction(() -> SERVER.bean(DirectiveStore.class).find(id).orElseThrow());
    }

    private static List<Recipient> recipients(UUID id) {
        return inTransaction(() -> SERVER.bean(DirectiveStore.class).recipients(id));
    }

    private static <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(
                SERVER.bean(org.springframework.transaction.support.TransactionTemplate.class)
                        .execute(_ -> work.get()));
    }

    private static java.time.Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    private static Visitor city() {
        Visitor city = Visitor.as(SERVER, "headquarters", "210300000000");
        city.get("/directives/new");
        return city;
    }
}
