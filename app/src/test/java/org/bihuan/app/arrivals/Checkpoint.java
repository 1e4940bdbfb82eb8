package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of arrivals do again and again. */
final class Checkpoint {
    private final RunningServer server;

    Checkpoint(RunningServer server) {
        this.server = server;
    }

    Instant now() {
        return server.bean(Clock.class).instant();
    }

    /** Waits until the workers have looked at everybody. */
    void settle() {
        try {
            for (int i = 0; i < 1_000 && server.bean(Duties.class).lag(now()).marks() > 0; i++) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does it as a worker who has taken the subject, so that no other worker comes to it meanwhile. */
    void asWorkerOn(SubjectId subject, Runnable work) {
        Asking.asMachine(() -> server.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            server.bean(JdbcTemplate.class)
                    .queryForList("select 1 from duties.subject where subject = ? for update", subject.toString());
            work.run();
        }));
    }

    static Map<String, String> form(String... pairs) {
        Map<String, String> fields =
                new HashMap<>(Map.of("key", UUID.randomUUID().toString()));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    /** A declaration with all that is asked; pairs change or add. */
    static Map<String, String> declaration(String expected, String destination, String... pairs) {
        Map<String, String> fields = form(
                "name", "赵明",
                "phone", "13900001234",
                "origin", "210211000000",
                "destination", destination,
                "journeyAt", expected,
                "expectedAt", expected,
                "transport", "private-car",
                "route", "沈海高速",
                "testHistory", "无",
                "health", "well");
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    /** Declares without an account; gives the address of the receipt. */
    String declare(Map<String, String> fields) {
        Visitor traveller = new Visitor(server);
        assertThat(traveller.get("/declare").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = traveller.post("/declare", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        settle();
        return path(answer);
    }

    /** Where an answer leads, within the server. */
    static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    List<ArrivalLine> all(String region) {
        return server.bean(Arrivals.class)
                .list(
                        ArrivalQuery.all(
                                DivisionCode.of(region),
                                Instant.parse("2000-01-01T00:00:00Z"),
                                Instant.parse("2100-01-01T00:00:00Z")),
                        now(),
                        null,
                        1_000);
    }
}
