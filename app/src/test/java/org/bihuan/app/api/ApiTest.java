package org.bihuan.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.duties.Duties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API over HTTP: what it takes, what it refuses and how, and that sending twice does no harm. */
@Tag("database")
class ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String START = "2020-08-01T01:00:00Z";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=" + START, "--bihuan.active-packs=anshan-2020");

    @Test
    void oneFactIsRecordedRepeatedRefusedOrInConflict() {
        HttpResponse<String> first = post("/api/facts", arrival("one", "k1", "210302000000"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).path("status").asString()).isEqualTo("recorded");
        assertThat(post("/api/facts", arrival("one", "k1", "210302000000")).statusCode())
                .isEqualTo(200);
        assertProblem(post("/api/facts", arrival("one", "k1", "210303000000")), 409, "key.conflict", "key");
        assertProblem(post("/api/facts", arrival("one", "k2", "999999999999")), 422, "field.division", "destination");
    }

    @Test
    void aBatchGoesOnAfterABadFact() {
        JsonNode answers = json(post(
                "/api/facts",
                "[" + arrival("b1", "b1", "210302000000") + ",7,{\"key\":\"x\"}," + arrival("b2", "b2", "1") + ","
                        + arrival("b3", "b3", "210302000000") + "," + arrival("b1", "b1", "210302000000")
                        + ",{\"key\":\"nul\\u0000\",\"kind\":\"arrival\"}]"));
        List<String> states = new ArrayList<>();
        answers.forEach(each -> states.add(each.path("status").asString()));
        assertThat(states)
                .containsExactly("recorded", "refused", "refused", "refused", "recorded", "repeated", "refused");
        assertThat(answers.get(2).path("errors").get(0).path("field").asString())
                .isEqualTo("kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/facts                 | {\"key\": \"a\",,}                | 400 | json.malformed",
                "/api/facts                 | {\"key\":\"a\",\"key\":\"b\"}     | 400 | json.malformed",
                "/api/parameters            | {}                                | 400 | value.required",
                "/api/parameters            | []                                | 400 | json.shape",
                "/api/time                  | {\"forward\":\"an hour\"}         | 400 | time.duration",
                "/api/time                  | {\"to\":\"2019-01-01T00:00:00Z\"} | 422 | time.not-back",
                "/api/time                  | {\"speed\":-1}                    | 422 | time.speed",
                "/api/time                  | {}                                | 400 | time.one"
            })
    void badInputNamesItsRule(String path, String body, int status, String code) {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("zh").asString()).isNotBlank();
        assertThat(json(answer).path("en").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/facts",
        "/api/facts/stream",
        "/api/ledgers?name=x",
        "/api/parameters",
        "/api/parked/retry",
        "/api/time",
        "/api/duties/00000000-0000-8000-8000-000000000000/attempts",
        "/api/duties/00000000-0000-8000-8000-000000000000/evidence"
    })
    void anotherContentTypeIsRefused(String path) {
        HttpResponse<String> answer = SERVER.send(SERVER.request(path)
                .header("Content-Type", "application/xml")
                .header("X-Bihuan-Client", "test")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString("<a/>")));
        assertProblem(answer, 415, "content-type", "Content-Type");
        HttpResponse<String> form = SERVER.send(SERVER.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b")));
        assertThat(form.statusCode()).isEqualTo(415);
    }

    @Test
    void aStreamAnswersLineByLineInOrder() {
        StringBuilder lines = new StringBuilder();
        int many = 1_203;
        for (int i = 1; i <= many; i++) {
            lines.append(i == 7 ? "not json" : i == 800 ? "" : arrival("s" + i, "s" + i, "210302000000"))
                    .append('\n');
        }
        for (int round = 0; round < 2; round++) {
            String[] answers = send("/api/facts/stream", "application/x-ndjson", lines.toString())
                    .body()
                    .split("\n");
            assertThat(answers).hasSize(many - 1);
            long previous = 0;
            for (String answer : answers) {
                JsonNode line = JSON.readTree(answer);
                assertThat(line.path("line").asLong()).isGreaterThan(previous);
                previous = line.path("line").asLong();
                String expected = previous == 7 ? "refused" : round == 0 ? "recorded" : "repeated";
                assertThat(line.path("status").asString()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aLedgerTwiceIsOneLedger() throws Exception {
        String ledger = Files.readString(Path.of("../packs/anshan-2020/ledger/travellers-50.csv"));
        JsonNode first = json(send("/api/ledgers?name=fifty", "text/csv", ledger));
        assertThat(first.path("rows").asLong()).isEqualTo(54);
        assertThat(first.path("recordedRows").asLong() + first.path("refused").asLong())
                .isEqualTo(54);
        JsonNode second = json(send("/api/ledgers?name=fifty", "text/csv", ledger));
        assertThat(second.path("facts").asLong()).isZero();
        assertThat(second.path("repeatedRows").asLong())
                .isEqualTo(first.path("recordedRows").asLong());
        assertThat(lines(second))
                .isEqualTo(lines(first))
                .hasSize(first.path("refused").asInt());
        assertProblem(send("/api/ledgers", "text/csv", ledger), 400, "value.required", "name");
        assertProblem(send("/api/ledgers?name=x", "text/csv", "a,b\n1,2\n"), 422, "ledger.format", "body");
        HttpResponse<String> damaged = SERVER.send(SERVER.request("/api/ledgers?name=gbk")
                .header("Content-Type", "text/csv")
                .header("X-Bihuan-Client", "test")
                .POST(BodyPublishers.ofByteArray(new byte[] {'p', 'e', 'r', (byte) 0xB1, (byte) 0xFF, ','})));
        assertProblem(damaged, 422, "ledger.encoding", "body");
    }

    @Test
    void evidenceClosesADutyOnce() throws Exception {
        post("/api/facts", arrival("d1", "d1", "210302000000"));
        JsonNode duty = duty("d1");
        String path = "/api/duties/" + duty.path("id").asString();
        // The subject is judged on the spot; the list of duties has it once a worker has looked.
        for (int i = 0; i < 200 && get(path).statusCode() != 200; i++) {
            Thread.sleep(50);
        }
        assertProblem(post(path + "/attempts", "{\"result\":\"moved\"}"), 400, "value.required", "Idempotency-Key");
        assertProblem(keyed(path + "/attempts", "a", "{}"), 422, "field.required", "result");
        assertProblem(keyed(path + "/attempts", "a", "{\"result\":\"asleep\"}"), 422, "field.choice", "result");
        assertProblem(
                keyed(path + "/attempts", "a", "{\"result\":\"moved\",\"colour\":1}"), 422, "field.unknown", "colour");
        assertThat(keyed(path + "/attempts", "a", "{\"result\":\"moved\"}").statusCode())
                .isEqualTo(201);
        assertThat(keyed(path + "/attempts", "a", "{\"result\":\"moved\"}").statusCode())
                .isEqualTo(200);
        assertProblem(keyed(path + "/attempts", "a", "{\"result\":\"refused\"}"), 409, "key.conflict", "key");
        assertThat(keyed(path + "/assignments", "a", "{\"assignee\":\"Li\"}").statusCode())
                .isEqualTo(201);
        assertThat(keyed(path + "/extensions", "a", "{\"dueAt\":\"2020-08-09T00:00:00Z\",\"reason\":\"flood\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(keyed(path + "/evidence", "e", "{\"result\":\"negative\"}").statusCode())
                .isEqualTo(201);
        assertThat(keyed(path + "/evidence", "e", "{\"result\":\"negative\"}").statusCode())
                .isEqualTo(200);
        for (int i = 0; i < 100 && !json(get(path)).path("state").asString().equals("met"); i++) {
            Thread.sleep(50);
        }
        JsonNode met = json(get(path));
        assertThat(met.path("state").asString()).isEqualTo("met");
        assertThat(met.path("attempts").asInt()).isEqualTo(1);
        assertThat(met.path("assignee").asString()).isEqualTo("Li");
        assertThat(json(get("/api/subjects/person/d1/facts")).size()).isEqualTo(5);
        assertProblem(keyed("/api/duties/" + UUID.randomUUID() + "/evidence", "e", "{}"), 404, "not-found", "id");
    }

    @Test
    void aListAndItsCountAgreePageByPage() throws InterruptedException {
        for (int i = 0;
                i < 400 && SERVER.bean(Duties.class).lag(Instant.parse(START)).marks() > 0;
                i++) {
            Thread.sleep(50); // what other tests recorded is judged first
        }
        String filter = "division=210300000000&state=late,open";
        long total = json(get("/api/duties/count?" + filter)).path("total").asLong();
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(get("/api/duties?limit=3&" + filter + "&after=" + next));
            page.path("duties").forEach(duty -> seen.add(duty.path("id").asString()));
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().isNotEmpty();
        assertThat(seen).hasSize(Math.toIntExact(total));
        assertProblem(get("/api/duties?state=asleep"), 400, "duty.state", "state");
        assertProblem(get("/api/duties?after=zzz"), 400, "cursor", "after");
        assertProblem(get("/api/duties?limit=0"), 400, "limit.range", "limit");
        assertProblem(get("/api/duties/x"), 400, "value.shape", "id");
    }

    @Test
    void aDelegatedValueIsSetOnce() {
        String wish =
                "{\"pack\":\"anshan-2020\",\"parameter\":\"home-observation-days\",\"division\":\"210304000000\",\"value\":\"7\",\"reason\":\"test\"}";
        assertThat(json(post("/api/parameters", wish)).path("status").asString())
                .isEqualTo("set");
        assertThat(json(post("/api/parameters", wish)).path("status").asString())
                .isEqualTo("repeated");
        assertProblem(
                post("/api/parameters", wish.replace("\"7\"", "\"7.5\"")),
                422,
                "parameter.refused",
                "home-observation-days");
        assertProblem(
                post("/api/parameters", wish.replace("210304000000", "110101000000")),
                422,
                "parameter.refused",
                "home-observation-days");
    }

    @Test
    void theDecisionIsWhatTheCommandLinePrints() {
        post("/api/facts", arrival("j1", "j1", "210302000000"));
        JsonNode decision = json(get("/api/subjects/person/j1"));
        assertThat(decision.path("person").asString()).isEqualTo("j1");
        assertThat(decision.path("why").get(0).path("row").asString()).isNotBlank();
        assertThat(decision.path("duties").get(0).path("kind").asString()).isEqualTo("nucleic-acid-test");
        assertProblem(get("/api/subjects/person/nobody"), 404, "not-found", "subject");
        assertProblem(get("/api/nothing"), 404, "not-found", "path");
        assertThat(post("/api/parked/retry", "{}").statusCode()).isEqualTo(200);
        assertThat(json(get("/api/status")).path("timeMachine").asBoolean()).isTrue();
    }

    @Test
    void factsThatDoNotFitAreListed() {
        JsonNode misfits = json(get("/api/facts/misfits?limit=10"));
        assertThat(misfits.path("facts").isArray()).isTrue();
        assertThat(misfits.path("next").isNull()).isTrue();
        assertProblem(get("/api/facts/misfits?after=x"), 400, "cursor", "after");
        assertProblem(get("/api/facts/misfits?limit=0"), 400, "limit.range", "limit");
    }

    @Test
    void everyAddressIsDescribed() {
        JsonNode description = json(get("/api/openapi"));
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        int operations = 0;
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asString())
                        .as(operation.toString())
                        .isNotBlank();
                operations++;
            }
        }
        assertThat(operations).isEqualTo(40);
    }

    private static HttpResponse<String> get(String path) {
        return SERVER.send(SERVER.request(path).header("Accept", "application/json"));
    }

    private static List<Long> lines(JsonNode ledger) {
        List<Long> lines = new ArrayList<>();
        ledger.path("refusedRows").forEach(row -> lines.add(row.path("line").asLong()));
        return lines;
    }

    private static JsonNode duty(String person) {
        return json(get("/api/subjects/person/" + person + "/duties")).get(0);
    }

    private static String arrival(String person, String key, String destination) {
        return """
                {"source":"test","key":"%s","kind":"arrival","subjects":[{"type":"person","id":"%s"}],"payload":{"arrivedAt":"2020-07-31T15:30+08:00","origin":"210202000000","originRisk":"low","destination":"%s","registeredAt":"2020-07-31T16:00+08:00"}}""".formatted(key, person, destination);
    }

    private static HttpResponse<String> post(String path, String body) {
        return send(path, "application/json", body);
    }

    private static HttpResponse<String> keyed(String path, String key, String body) {
        return SERVER.send(SERVER.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(String path, String type, String body) {
        HttpRequest.Builder request = SERVER.request(path)
                .header("Content-Type", type)
                .header("X-Bihuan-Client", "test")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        return SERVER.send(request);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("field").asString()).isEqualTo(field);
        assertThat(json(answer).path("rule").path("zh").asString()).isNotBlank();
        assertThat(json(answer).path("rule").path("en").asString()).isNotBlank();
    }
}
