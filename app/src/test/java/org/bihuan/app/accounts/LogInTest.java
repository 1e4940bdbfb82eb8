package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
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
    private static final String PASSWORD = Visitor.PASSWORD;

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=" + START, "--bihuan.active-packs=anshan-2020");

    @Test
    void everybodySeesTheirOwnDistrictOnly() throws InterruptedException {
        arrival("east", "张东", "210302000000");
        arrival("west", "李西", "210303000000");
        add("east-hq", "district-headquarters", "210302000000");
        add("west-community", "community", "210303000000");
        add("city-hq", "headquarters", "210300000000");
        add("boss", "leader", "210300000000");

        Visitor east = in("east-hq", PASSWORD);
        assertThat(east.get("/duties").body()).contains("张东").doesNotContain("李西");
        assertThat(east.get("/subjects/person/east").statusCode()).isEqualTo(200);
        assertThat(east.get("/subjects/person/west").statusCode()).isEqualTo(404);
        assertThat(east.get("/api/subjects/person/west/decisions").statusCode()).isEqualTo(404);
        assertThat(east.get("/api/duties?division=210303000000").body()).contains("\"duties\":[]");

        Visitor community = in("west-community", PASSWORD);
        assertThat(community.get("/duties").body()).contains("李西").doesNotContain("张东");
        assertThat(community.get("/api/duties").body())
                .contains("\"owner\":\"community\"")
                .doesNotContain("isolation-site");

        Visitor city = in("city-hq", PASSWORD);
        assertThat(city.get("/duties").body()).contains("张东", "李西");

        Visitor leader = in("boss", PASSWORD);
        assertThat(leader.get("/").body()).contains("tile").doesNotContain("张东", "李西");
        assertThat(leader.get("/duties").statusCode()).isEqualTo(403);
        assertThat(leader.get("/api/duties/count").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyComesInWithoutALogIn() {
        Visitor visitor = new Visitor(SERVER);
        HttpResponse<String> list = visitor.get("/duties?state=late");
        assertThat(list.statusCode()).isEqualTo(302);
        assertThat(list.headers().firstValue("Location").orElseThrow())
                .endsWith("/login?back=%2Fduties%3Fstate%3Dlate");
        assertThat(visitor.get("/api/duties").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/api/duties").body()).contains("log-in-required");
        assertThat(SERVER.send(SERVER.anonymous("/actuator/health")).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/actuator/env").statusCode()).isNotEqualTo(200);
        assertThat(visitor.get("/login").body())
                .as("no log-in elsewhere without settings")
                .doesNotContain("/login/oidc");
        assertThat(visitor.get("/login/oidc").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/login/oidc/back?code=a&state=b").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordTellsNothingAndLocksForAWhile() {
        add("locked", "headquarters", "210300000000");
        Visitor visitor = new Visitor(SERVER);
        String unknown = withoutTokens(visitor.logIn("no-such-account", "x").body());
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> wrong = visitor.logIn("locked", "wrong-password-" + i);
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(withoutTokens(wrong.body()).replace("locked", "no-such-account"))
                    .isEqualTo(unknown);
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
    void tenThousandGuessesLookAtTwentyPasswordsAtMost() {
        add("guessed", "headquarters", "210300000000");
        LogIn logIn = SERVER.bean(LogIn.class);
        int looked = 0;
        for (int i = 0; i < 10_000; i++) {
            LogIn.Result result = logIn.withPassword("guessed", "wrong-password-" + i, "198.51.100.7", "guesser");
            looked += result instanceof LogIn.Result.Wrong ? 1 : 0;
            assertThat(result).isNotInstanceOf(LogIn.Result.In.class);
        }
        assertThat(looked).as("passwords that were compared").isLessThanOrEqualTo(20);
        assertThat(logIn.withPassword("somebody-else", "x", "203.0.113.9", "another"))
                .as("nobody else is locked out from elsewhere")
                .isInstanceOf(LogIn.Result.Wrong.class);
    }

    @Test
    void anotherBrowserWithTheSameCookieEndsTheSession() {
        add("stolen", "headquarters", "210300000000");
        Visitor owner = in("stolen", PASSWORD);
        assertThat(owner.get("/").statusCode()).isEqualTo(200);
        HttpRequest.Builder thief = SERVER.anonymous("/")
                .header("User-Agent", "another browser")
                .header("Cookie", "bihuan-session=" + owner.cookie("bihuan-session"));
        assertThat(SERVER.send(thief).statusCode()).isEqualTo(302);
        assertThat(owner.get("/").statusCode()).as("ended for both").isEqualTo(302);
    }

    @Test
    void theSessionIsNewAtEveryLogInAndGoneAfterLogOut() {
        add("in-and-out", "headquarters", "210300000000");
        Visitor visitor = in("in-and-out", PASSWORD);
        String first = visitor.cookie("bihuan-session");
        visitor.logIn("in-and-out", PASSWORD);
        assertThat(visitor.cookie("bihuan-session")).isNotEqualTo(first);
        assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/duties").statusCode()).isEqualTo(302);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("value=\"[A-Za-z0-9_-]{20,}\"", "").replaceAll("hx-headers=\"[^\"]*\"", "");
    }

    private static void add(String login, String role, String division) {
        Visitor.add(SERVER, login, role, division);
    }

    private static Visitor in(String login, String password) {
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.logIn(login, password).statusCode()).isEqualTo(302);
        return visitor;
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
            boolean there =
                    SERVER
                            .bean(Duties.class)
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
}
