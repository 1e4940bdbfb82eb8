package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Judged;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the devices of checkpoints take along and bring home. */
@Tag("database")
class CheckpointSyncTest {
    private static final String TIEDONG = "210302000000";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long AT = Instant.parse("2020-07-26T03:00:00Z").toEpochMilli();

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T04:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    private final Checkpoint test = new Checkpoint(SERVER);
    private final String device = UUID.randomUUID().toString();

    @Test
    void aCommandSentAgainIsRecordedOnceWhoeverIsLoggedIn() {
        Map<String, Object> command = command(
                "vehicle-stop",
                Map.of(
                        "plate",
                        "辽K10001",
                        "occupants",
                        "2",
                        "sticker",
                        "K-1",
                        "origin",
                        "210211000000",
                        "destination",
                        TIEDONG,
                        "name1",
                        "夜班人"));
        assertThat(status(Visitor.as(SERVER, "checkpoint", TIEDONG), command)).isEqualTo("recorded");
        assertThat(status(Visitor.as(SERVER, "landing-point", TIEDONG), command))
                .as("the next shift")
                .isEqualTo("repeated");
        Map<String, Object> other = new HashMap<>(command);
        other.put("fields", Map.of("plate", "辽K10002"));
        assertThat(status(Visitor.as(SERVER, "checkpoint", TIEDONG), other)).isEqualTo("conflict");
        assertThat(stops("K-1")).singleElement().satisfies(stop -> {
            assertThat(stop.checkedAt()).isEqualTo("2020-07-26T03:00:00Z");
            assertThat(stop.isOffline()).isTrue();
        });
    }

    @Test
    void aClockThatRunsAheadIsDoubtedAndTheSameCommandStaysTheSame() {
        Map<String, Object> command = command("vehicle-stop", Map.of("plate", "辽K20001", "sticker", "K-2"));
        command.put("phoneAt", Instant.parse("2020-07-28T04:00:00Z").toEpochMilli());
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        JsonNode first = outcome(officer, command);
        assertThat(first.path("status").asString()).isEqualTo("recorded");
        assertThat(first.path("clockDoubt").asBoolean()).isTrue();
        assertThat(status(officer, command)).isEqualTo("repeated");
        assertThat(stops("K-2"))
                .singleElement()
                .matches(stop -> !stop.noticedAt().isAfter(test.now()));
    }

    @Test
    void whoPassesThroughIsSeenLeavingOnceAndTheSecondDeviceIsTold() {
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        assertThat(status(
                        officer,
                        command(
                                "vehicle-stop",
                                Map.of("plate", "辽K30001", "class", "transit", "name1", "何过境", "sticker", "K-3"))))
                .isEqualTo("recorded");
        String vehicle = stops("K-3").getFirst().subject().id();
        Map<String, Object> left = command("vehicle-left", Map.of());
        left.put("target", vehicle);
        left.put("phoneAt", AT + 600_000);
        assertThat(status(officer, left)).isEqualTo("recorded");
        assertThat(status(officer, left)).isEqualTo("repeated");
        assertThat(stops("K-3").getFirst().leftAt()).isEqualTo("2020-07-26T03:10:00Z");
        CheckpointSyncTest other = new CheckpointSyncTest();
        left.put("id", UUID.randomUUID().toString());
        left.put("phoneAt", AT + 1_200_000);
        JsonNode told = other.outcome(officer, left);
        assertThat(told.path("status").asString()).isEqualTo("refused");
        assertThat(told.toString()).contains("以先登记的为准");
        left.put("target", "nobody");
        assertThat(outcome(officer, left).toString()).contains("没有这辆过境车");
    }

    @Test
    void aWorkerThatHadReadBeforeDoesNotTakeBackWhatWasSeenSince() {
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        assertThat(status(
                        officer,
                        command(
                                "vehicle-stop",
                                Map.of("plate", "辽K30005", "class", "transit", "name1", "何再来", "sticker", "K-5"))))
                .isEqualTo("recorded");
        test.settle();
        SubjectId vehicle = stops("K-5").getFirst().subject();
        Map<String, Object> left = command("vehicle-left", Map.of());
        left.put("target", vehicle.id());
        left.put("phoneAt", AT + 600_000);
        test.asWorkerOn(vehicle, () -> {
            SubjectState read =
                    SERVER.bean(Duties.class).findSubject(vehicle, test.now()).orElseThrow();
            assertThat(status(officer, left)).isEqualTo("recorded");
            SERVER.bean(Deriving.class).found(List.of(new Judged(vehicle, read.dossier(), read.decision())));
        });
        assertThat(stops("K-5").getFirst().leftAt()).isEqualTo("2020-07-26T03:10:00Z");
        test.settle();
        assertThat(stops("K-5").getFirst().leftAt()).isEqualTo("2020-07-26T03:10:00Z");
    }

    @Test
    void whatWasRegisteredOnThePhoneIsSeenLeavingByThePhonesOwnNameForIt() {
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        Map<String, Object> stop = command(
                "vehicle-stop", Map.of("plate", "辽K30009", "class", "transit", "name1", "何自离", "sticker", "K-9"));
        Map<String, Object> left = command("vehicle-left", Map.of());
        left.put("target", "c" + String.valueOf(stop.get("id")).replace("-", ""));
        left.put("phoneAt", AT + 300_000);
        assertThat(outcome(officer, left).toString())
                .as("not before it came in")
                .contains("没有这辆过境车");
        assertThat(status(officer, stop)).isEqualTo("recorded");
        assertThat(status(officer, left)).isEqualTo("recorded");
        assertThat(status(officer, left)).isEqualTo("repeated");
        assertThat(stops("K-9"))
                .singleElement()
                .satisfies(each -> assertThat(each.leftAt()).isEqualTo("2020-07-26T03:05:00Z"));
        left.put("target", stops("K-9").getFirst().subject().id());
        assertThat(status(officer, left))
                .as("by the server's name it is the same vehicle")
                .isEqualTo("repeated");
        CheckpointSyncTest other = new CheckpointSyncTest();
        left.put("target", "c" + String.valueOf(stop.get("id")).replace("-", ""));
        left.put("id", UUID.randomUUID().toString());
        assertThat(other.outcome(officer, left).toString())
                .as("another phone's command is none of this one's")
                .contains("没有这辆过境车");
    }

    @Test
    void whatIsWrongIsRefusedWithItsReasonAndTheOthersAreKept() {
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        assertThat(outcome(officer, command("vehicle-stop", Map.of("plate", "车")))
                        .toString())
                .contains("refused", "必须是车牌号");
        assertThat(outcome(officer, command("vehicle-stop", Map.of("plate", "辽K40001", "person1", "d0")))
                        .toString())
                .contains("refused", "请重新查找");
        assertThat(outcome(officer, command("vehicle-stop", Map.of("plate", "'; drop table arrivals.stop; --")))
                        .toString())
                .contains("refused");
        assertThat(outcome(officer, command("vehicle-fly", Map.of())).toString())
                .contains("不认识的操作");
        assertThat(outcome(
                                Visitor.as(SERVER, "community", TIEDONG),
                                command("vehicle-stop", Map.of("plate", "辽K40002", "sticker", "K-4")))
                        .toString())
                .contains("refused", "您的角色不能办理");
        assertThat(stops("K-4")).isEmpty();
        assertThat(Visitor.as(SERVER, "community", TIEDONG)
                        .get("/api/checkpoint/packet")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFullPacketHasLessThanAMegabyteAndNamesNobodyInFull() {
        List<RawFact> all = new ArrayList<>();
        for (int i = 0; i < 1_600; i++) {
            SubjectId person = new SubjectId("person", "many" + i);
            all.add(fact("p" + i, "person", person, Map.of("name", "欧阳很长名" + i, "phone", "139" + (30_000_000 + i))));
            all.add(fact(
                    "d" + i,
                    "pre-declaration",
                    person,
                    Map.of(
                            "appDeclaredAt",
                            "2020-07-26T01:00:00Z",
                            "expectedAt",
                            "2020-07-26T06:00:00Z",
                            "origin",
                            "210211000000",
                            "destination",
                            TIEDONG,
                            "plate",
                            "辽M" + (10_000 + i),
                            "receipt",
                            "%08x".formatted(i))));
        }
        for (int i = 0; i < all.size(); i += 400) {
            List<RawFact> step = all.subList(i, Math.min(all.size(), i + 400));
            Asking.asMachine(() -> SERVER.bean(Facts.class)
                    .append(step, SERVER.bean(Rules.class).reader(), test.now()));
        }
        test.settle();
        HttpResponse<String> answer = Visitor.as(SERVER, "checkpoint", TIEDONG).get("/api/checkpoint/packet");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
        assertThat(answer.body()).contains("欧****").doesNotContain("欧阳很长名", "13930000");
        JsonNode packet = JSON.readTree(answer.body());
        assertThat(packet.path("expected").size()).isEqualTo(1_500);
        assertThat(packet.path("origins").size()).isGreaterThan(2_800);
        assertThat(packet.path("wipeAt").asString()).isEqualTo("2020-07-29T04:00:00Z");
        assertThat(Visitor.as(SERVER, "checkpoint", "210202000000")
                        .get("/api/checkpoint/packet")
                        .body())
                .as("another city")
                .doesNotContain("欧****");
    }

    private static RawFact fact(String key, String kind, SubjectId person, Map<String, Object> fields) {
        return new RawFact(
                "many",
                key,
                kind,
                1,
                "2020-07-26T01:00:00Z",
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                TIEDONG,
                fields);
    }

    private List<VehicleStop> stops(String sticker) {
        return SERVER.bean(Vehicles.class).latest(test.now()).stream()
                .filter(each -> each.sticker().equals(sticker))
                .toList();
    }

    private static Map<String, Object> command(String action, Map<String, Object> fields) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "action",
                action,
                "target",
                "new",
                "fields",
                fields,
                "phoneAt",
                AT,
                "offsetMillis",
                0));
    }

    private String status(Visitor officer, Map<String, Object> command) {
        return outcome(officer, command).path("status").asString();
    }

    private JsonNode outcome(Visitor officer, Map<String, Object> command) {
        officer.get("/doorstep/checkpoint/");
        HttpResponse<String> answer = officer.postData(
                "/api/doorstep/sync",
                JSON.writeValueAsString(
                        Map.of("device", device, "phoneAt", test.now().toEpochMilli(), "commands", List.of(command))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("outcomes").path(0);
    }
}
