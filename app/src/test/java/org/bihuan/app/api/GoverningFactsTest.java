package org.bihuan.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may record what happened may not by that path decide what others owe. */
@Tag("database")
class GoverningFactsTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private static final List<String> GOVERNING = List.of(
            fact("measure-suspension", "suspendedAt", "\"measure\":\"home-isolation\",\"until\":\"2020-07-29T00:00Z\""),
            fact("suspension-end", "endedAt", "\"number\":\"1\""),
            fact("appeal-answer", "answeredAt", "\"outcome\":\"upheld\""),
            fact("duty-waiver", "waivedAt", "\"by\":\"x\",\"reason\":\"x\""),
            fact("duty-extension", "extendedAt", "\"reason\":\"x\",\"dueAt\":\"2020-07-29T00:00Z\""),
            fact("duty-assignment", "assignedAt", "\"assignee\":\"x\""));

    private static String fact(String kind, String time, String fields) {
        return """
                {"source":"test","key":"%s","kind":"%s","schema":1,"occurredAt":"2020-07-26T11:00Z",
                 "subjects":[{"role":"person","type":"person","id":"a"}],"payload":{"%s":"2020-07-26T11:00Z",%s}}
                """.formatted(kind, kind, time, fields).replace("\n", "");
    }

    @Test
    void whatMovesDutiesNeedsTheRightToMoveThem() {
        Visitor epidemiologist = Visitor.as(SERVER, "disease-control", "210300000000");
        Visitor headquarters = Visitor.as(SERVER, "headquarters", "210300000000");
        for (String each : GOVERNING) {
            var answer = epidemiologist.postData("/api/facts", each);
            assertThat(answer.statusCode()).as(each + answer.body()).isEqualTo(422);
            assertThat(answer.body()).as(each).contains("fact.not-allowed");
            assertThat(epidemiologist.postData("/api/facts/stream", each).body())
                    .as(each)
                    .contains("fact.not-allowed");
            assertThat(headquarters.postData("/api/facts", each).body())
                    .as(each)
                    .doesNotContain("fact.not-allowed");
        }
        String waiver = headquarters
                .postData("/api/facts", GOVERNING.get(0).replace("\"key\":\"", "\"key\":\"again-"))
                .body()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        String back = fact("retraction", "at", "\"reason\":\"x\"")
                .replace("\"payload\"", "\"corrects\":\"" + waiver + "\",\"payload\"");
        assertThat(epidemiologist.postData("/api/facts", back).body())
                .as("taking it back needs it too: " + back)
                .contains("fact.not-allowed");
        String test = fact("symptom", "observedAt", "\"symptom\":\"fever\"");
        assertThat(epidemiologist.postData("/api/facts", test).body()).doesNotContain("fact.not-allowed");
    }
}
