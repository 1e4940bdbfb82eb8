package org.bihuan.app.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.duties.DutyView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every role, at every level of region it is given for, at every address that the server has, with subjects of its own
 * region, a sibling's, a foreign city's and of none. The addresses are asked of the server, not listed here; each needs
 * one line in {@link MatrixAddresses} that says how to try it.
 */
@Tag("database")
class MatrixTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=" + MatrixCity.START,
            "--bihuan.active-packs=anshan-2020");

    @BeforeAll
    static void fill() throws InterruptedException {
        MatrixCity.fill(SERVER);
    }

    /**
     * Role and region, such as {@code community@210302001000}. On the second PostgreSQL a few are enough for each statement to
     * run there: who sees what does not hang on the database's version, and {@link SightTest} plays its policies again.
     */
    static Stream<String> everybody() {
        if (System.getProperty("bihuan.test.database", "").equals("postgresql-15")) {
            return Stream.of("headquarters@" + MatrixCity.OWN.get(2), "community@" + MatrixCity.OWN.get(5));
        }
        List<String> all = new ArrayList<>();
        for (Role role : Roles.builtIn().all()) {
            for (int level = role.coarsest(); level <= role.finest(); level++) {
                all.add(role.id() + "@" + MatrixCity.OWN.get(level));
            }
        }
        return all.stream();
    }

    /** What the server has: {@code GET /duties/{id}} and its handler. */
    private static Map<String, HandlerMethod> addresses() {
        Map<String, HandlerMethod> addresses = new TreeMap<>();
        SERVER.bean(Endpoints.class)
                .all()
                .forEach((mapping, handler) -> mapping.getPatternValues().forEach(pattern -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    if (methods.isEmpty()) {
                        addresses.put("ANY " + pattern, handler);
                    }
                    for (RequestMethod method : methods) {
                        addresses.put(method + " " + pattern, handler);
                    }
                }));
        return addresses;
    }

    @Test
    void everyAddressSaysWhatItNeedsAndIsTried() {
        addresses().forEach((address, handler) -> {
            assertThat(Endpoints.needs(handler))
                    .as("%s (%s) answers nobody: add @Needs", address, handler)
                    .isPresent();
            assertThat(MatrixAddresses.TRIES)
                    .as("%s has no line in MatrixAddresses, which says how to try it", address)
                    .containsKey(address);
        });
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybodyGetsTheirOwnAndNobodyElses(String who) {
        Role role = Roles.builtIn().get(who.substring(0, who.indexOf('@')));
        String region = who.substring(who.indexOf('@') + 1);
        Visitor visitor = Visitor.as(SERVER, role.id(), region);
        addresses().forEach((address, handler) -> {
            MatrixAddresses.Try how = MatrixAddresses.TRIES.get(address);
            Optional<Permission> needs = Endpoints.needs(handler);
            if (how == null || needs.isEmpty() || how.isElsewhere()) {
                return;
            }
            boolean allowed = role.may(needs.get());
            Map<String, String> hiddenAnswers = new TreeMap<>();
            for (MatrixCity.Thing thing : how.things()) {
                boolean visible = MatrixCity.sees(region, role, thing);
                HttpResponse<String> answer = how.send(visitor, thing);
                String what = who + " " + address + " " + thing + ": " + answer.statusCode();
                assertNoStranger(what, region, answer.body());
                if (!allowed) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(403);
                } else {
                    assertThat(answer.statusCode()).as(what).isNotIn(401, 500);
                    if (how.isRead() && visible) {
                        assertThat(answer.statusCode()).as(what).isIn(200, 302);
                    }
                    if (!visible) {
                        hiddenAnswers.put(what, answer.statusCode() + thing.without(answer.body()));
                    }
                }
            }
            assertThat(hiddenAnswers.values().stream().distinct().count())
                    .as("what may not be seen answers like what is not there: %s", hiddenAnswers)
                    .isLessThanOrEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void countsAreTheLengthOfOnesOwnList(String who) {
        Role role = Roles.builtIn().get(who.substring(0, who.indexOf('@')));
        String region = who.substring(who.indexOf('@') + 1);
        Visitor visitor = Visitor.as(SERVER, role.id(), region);
        List<DutyView> own = MatrixCity.duties(SERVER).stream()
                .filter(duty -> MatrixCity.sees(region, role, duty))
                .toList();
        if (role.may(Permission.SEE_FIGURES)) {
            JsonNode count = JSON.readTree(visitor.get("/api/duties/count").body());
            assertThat(count.path("total").asInt()).as(who).isEqualTo(own.size());
        }
        if (role.may(Permission.SEE_DUTIES)) {
            JsonNode list = JSON.readTree(visitor.get("/api/duties?limit=500").body());
            List<String> ids = new ArrayList<>();
            list.path("duties").forEach(each -> ids.add(each.path("id").asString()));
            assertThat(ids)
                    .as(who)
                    .containsExactlyInAnyOrderElementsOf(
                            own.stream().map(duty -> duty.id().toString()).toList());
        }
    }

    @Test
    void noFormIsTakenWithoutItsToken() {
        Visitor visitor = Visitor.as(SERVER, "headquarters", "210300000000");
        addresses().keySet().stream()
                .filter(address -> address.startsWith("POST /") && !address.startsWith("POST /api/"))
                .forEach(address -> {
                    String path = address.substring(5)
                            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                    assertThat(visitor.postWithoutToken(path, Map.of()).statusCode())
                            .as(address)
                            .isEqualTo(403);
                });
        assertThat(visitor.get("/").statusCode()).as("still logged in").isEqualTo(200);
    }

    private static void assertNoStranger(String what, String region, String body) {
        for (MatrixCity.Person person : MatrixCity.PEOPLE) {
            if (!MatrixCity.sees(region, person)) {
                assertThat(body).as(what).doesNotContain(person.name());
            }
        }
    }
}
