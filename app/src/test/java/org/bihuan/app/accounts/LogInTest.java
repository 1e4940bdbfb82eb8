package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the log-in to one's own worklist, over HTTP, as a browser does it. */
@Tag("database")
class LogInTest {
    private static final String START = "2020-07-26T12:00:00Z";
    private static final String PASSWORD = "a-long-Secret-7";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=" + START, "--bihuan.active-packs=anshan-2020");

    @Test
    void everybodySeesTheirOwnDistrictOnly() throws Exception {
        arrival("east", "张东", "210302000000");
        arrival("west", "李西", "210303000000");
        add("east-hq", "district-headquarters", "210302000000");
        add("west-community", "community", "210303000000");
        add("city-hq", "headquarters", "210300000000");
        add("boss", "leader", "210300000000");

        Visitor east = Visitor.in("east-hq", PASSWORD);
        assertThat(east.get("/duties").body()).contains("张东").doesNotContain("李西");
        assertThat(east.get("/subjects/person/east").statusCode()).isEqualTo(200);
        assertThat(east.get("/subjects/person/west").statusCode()).isEqualTo(404);
        assertThat(east.get("/api/subjects/person/west/decisions").statusCode()).isEqualTo(404);
        assertThat(east.get("/api/duties?division=210303000000").body()).contains("\"duties\":[]");

        Visitor community = Visitor.in("west-community", PASSWORD);
        assertThat(community.get("/duties").body()).contains("李西").doesNotContain("张东");
        assertThat(community.get("/api/duties").body()).contains("\"owner\":\"community\"").doesNotContain("isolation-site");

        Visitor city = Visitor.in("city-hq", PASSWORD);
        assertThat(city.get("/duties").body()).contains("张东", "李西");

        Visitor leader = Visitor.in("boss", PASSWORD);
        assertThat(leader.get("/").body()).contains("tile").doesNotContain("张东", "李西");
        assertThat(leader.get("/duties").statusCode()).isEqualTo(403);
        assertThat(leader.get("/api/duties/count").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyComesInWithoutALogIn() throws Exception {
        Visitor visitor = new Visitor();
        HttpResponse<String> list = visitor.get("/duties?state=late");
        assertThat(list.statusCode()).isEqualTo(302);
        assertThat(list.headers().firstValue("Location").orElseThrow()).endsWith("/login?back=%2Fduties%3Fstate%3Dlate");
        assertThat(visitor.get("/api/duties").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/api/duties").body()).contains("log-in-required");
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aWrongPasswordTellsNothingAndLocksForAWhile() throws Exception {
        add("locked", "headquarters", "210300000000");
        Visitor visitor = new Visitor();
        String unknown = withoutTokens(visitor.logIn("no-such-account", "x").body());
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> wrong = visitor.logIn("locked", "wrong-password-" + i);
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(withoutTokens(wrong.body()).replace("locked", "no-such-account")).isEqualTo(unknown);
        }
        assertThat(visitor.logIn("locked", "wrong-password").statusCode()).isEqualTo(422);
        HttpResponse<String> right = visitor.logIn("locked", PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
        for (int i = 0; i < 5; i++) {
            visitor.logIn("nobody-of-this-name", "wrong-password-" + i);
        }
        assertThat(visitor.logIn("nobody-of-this-name", "x").statusCode())
                .as("a name without an account locks like one with")
                .isEqualTo(429);
    }

    @Test
    void anotherBrowserWithTheSameCookieEndsTheSession() throws Exception {
        add("stolen", "headquarters", "210300000000");
        Visitor owner = Visitor.in("stolen", PASSWORD);
        assertThat(owner.get("/").statusCode()).isEqualTo(200);
        HttpRequest.Builder thief = SERVER.anonymous("/")
                .header("User-Agent", "another browser")
                .header("Cookie", "bihuan-session=" + owner.cookie("bihuan-session"));
        assertThat(SERVER.send(thief).statusCode()).isEqualTo(302);
        assertThat(owner.get("/").statusCode()).as("ended for both").isEqualTo(302);
    }

    @Test
    void theSessionIsNewAtEveryLogInAndGoneAfterLogOut() throws Exception {
        add("in-and-out", "headquarters", "210300000000");
        Visitor visitor = Visitor.in("in-and-out", PASSWORD);
        String first = visitor.cookie("bihuan-session");
        visitor.logIn("in-and-out", PASSWORD);
        assertThat(visitor.cookie("bihuan-session")).isNotEqualTo(first);
        visitor.post("/logout", Map.of());
        assertThat(visitor.get("/duties").statusCode()).isEqualTo(302);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("value=\"[A-Za-z0-9_-]{20,}\"", "").replaceAll("hx-headers=\"[^\"]*\"", "");
    }

    private static void add(String login, String role, String division) {
        Accounts.Change change = SERVER.bean(Accounts.class)
                .add(
                        login,
                        login,
                        PASSWORD,
                        List.of(new Assignment(Roles.builtIn().get(role), DivisionCode.of(division))),
                        false,
                        "test");
        assertThat(change).isInstanceOf(Accounts.Change.Done.class);
    }

    /** A traveller who owes a test at once, known to the lists when this returns. */
    private static void arrival(String person, String name, String destination) throws InterruptedException {
        SubjectId subject = new SubjectId("person", person);
        Map<String, Object> arrival = Map.of(
                "arrivedAt", "2020-07-26T15:30+08:00",
                "origin", "210202000000",
                "originRisk", "low",
                "destination", destination,
                "registeredAt", "2020-07-26T16:00+08:00");
        SERVER.bean(Facts.class)
                .append(
                        List.of(fact(subject, "arrival", arrival), fact(subject, "person", Map.of("name", name))),
                        SERVER.bean(Rules.class).reader(),
                        SERVER.bean(Clock.class).instant());
        for (int i = 0; i < 200; i++) {
            boolean there = SERVER.bean(Duties.class)
                    .list(DutyQuery.unmet(500), SERVER.bean(Clock.class).instant())
                    .stream()
                    .anyMatch(duty -> duty.subject().equals(subject));
            if (there) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("no duty for " + person);
    }

    private static RawFact fact(SubjectId subject, String kind, Map<String, Object> payload) {
        return new RawFact(
                "log-in-test",
                subject.id() + "/" + kind,
                kind,
                1,
                kind.equals("person") ? "2020-07-26T08:00:00Z" : null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", subject)),
                null,
                payload);
    }

    /** A browser: keeps cookies, sends the token of the page in every form, follows nothing by itself. */
    private static final class Visitor {
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private String token = "";

        static Visitor in(String login, String password) throws Exception {
            Visitor visitor = new Visitor();
            HttpResponse<String> answer = visitor.logIn(login, password);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return visitor;
        }

        HttpResponse<String> logIn(String login, String password) throws Exception {
            get("/login");
            return post("/login", Map.of("login", login, "password", password));
        }

        HttpResponse<String> get(String path) throws Exception {
            HttpResponse<String> answer = client.send(
                    SERVER.anonymous(path)
                            .header("Accept", path.startsWith("/api") ? "application/json" : "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            Map<String, String> all = new HashMap<>(fields);
            all.put("_csrf", token);
            StringBuilder body = new StringBuilder();
            all.forEach((name, value) -> body.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&'));
            return client.send(
                    SERVER.anonymous(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }
    }
}
