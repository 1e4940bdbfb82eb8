package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.app.identity.Register;
import org.bihuan.app.identity.Registered;
import org.bihuan.app.identity.Registration;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Anybody can declare under anybody's document: nothing comes of it until somebody has compared the two. */
@Tag("database")
class ClaimsTest {
    private static final String TIEDONG = "210302000000";
    private static final String TIEXI = "210303000000";
    private static final String CITY = "210300000000";
    private static final Pattern PERSON = Pattern.compile("name=\"(person\\d)\" value=\"(\\w+)\"");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T04:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    private final Checkpoint test = new Checkpoint(SERVER);

    @Test
    void aKnownDocumentIsAnsweredLikeAnUnknownOneAndTheKnownPersonStaysAsTheyWere() {
        SubjectId known = register("田再来", document("1001"), "13900001001", TIEDONG);
        Set<Fact> before = facts(known);
        String ofKnown = test.declare(declaration("田再来", document("1001"), "13911110001", TIEDONG));
        String ofUnknown = test.declare(declaration("田未来", document("1002"), "13911110002", TIEDONG));
        String page = receipt(ofKnown);
        assertThat(page).isEqualTo(receipt(ofUnknown)).doesNotContain("田再来", "1001", document("1001"));
        assertThat(facts(known)).as("nothing is tied to them").isEqualTo(before);
        assertThat(owners(document("1001"))).containsExactly(known);
        assertThat(found("13911110001")).doesNotContain(known);
        SubjectId claimant = found("13911110001").getFirst();
        SubjectId stranger = found("13911110002").getFirst();
        assertThat(owed(claimant)).as("the clock runs for both alike").isEqualTo(owed(stranger));
        assertThat(line(claimant).reached()).isEqualTo(line(stranger).reached()).containsExactly(ArrivalStep.DECLARED);
    }

    @Test
    void whoClaimsADocumentFirstGetsNothingOfItsOwner() {
        test.declare(declaration("冒名者", document("2001"), "13911112001", TIEDONG));
        SubjectId claimant = found("13911112001").getFirst();
        assertThat(owners(document("2001"))).as("a claim owns nothing").isEmpty();
        RawFact byNumber = new RawFact(
                "laboratory",
                "2001",
                "test",
                1,
                "2020-07-25T08:00:00Z",
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", document("2001")))),
                TIEDONG,
                Map.of("sampledAt", "2020-07-25T08:00:00Z", "result", "negative"));
        Asking.asMachine(() -> SERVER.bean(Facts.class)
                .append(List.of(byNumber), SERVER.bean(Rules.class).reader(), test.now()));
        SubjectId owner = register("真主人", document("2001"), "13900002001", TIEDONG);
        assertThat(owner).isNotEqualTo(claimant);
        assertThat(facts(claimant)).extracting(Fact::kind).containsExactlyInAnyOrder("person", "pre-declaration");
        assertThat(facts(owner)).extracting(Fact::kind).contains("test", "person");
        assertThat(Asking.asMachine(() -> SERVER.bean(Register.class)
                        .merge(claimant, owner, "no reason", "people", "merge-2001", test.now())))
                .as("not by the way round either")
                .isInstanceOf(Registered.Refused.class);
    }

    @Test
    void theCheckpointThatHasThePersonBeforeItConfirmsInOneTapAndTheFunnelCountsOne() {
        SubjectId known = register("方归乡", document("3001"), "13900003001", TIEDONG);
        test.declare(declaration("方归乡", document("3001"), "13911113001", TIEDONG));
        test.declare(declaration("恶作剧", document("3001"), "13911113999", TIEDONG));
        int before = test.all(CITY).size();
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        officer.get("/arrivals/desk");
        HttpResponse<String> sent = officer.post(
                "/arrivals/desk/stops",
                Checkpoint.form(
                        "plate",
                        "辽C30001",
                        "origin",
                        "210211000000",
                        "destination",
                        TIEDONG,
                        "name3",
                        "方归乡",
                        "document3",
                        document("3001")));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String done = Checkpoint.path(sent);
        test.settle();
        assertThat(test.all(CITY)).as("three until somebody confirms").hasSize(before + 1);
        String page = officer.get(done).body();
        assertThat(page).contains("证件已核对，是本人", "电话尾号3001", "电话尾号3999").doesNotContain("13911113001");
        SubjectId claimant = found("13911113001").getFirst();
        Map<String, String> tap = Map.of("back", done);
        assertThat(Checkpoint.path(officer.post("/arrivals/claims/" + claimant.id(), tap)))
                .isEqualTo(done);
        assertThat(officer.post("/arrivals/claims/" + claimant.id(), tap).statusCode())
                .as("sent twice")
                .isEqualTo(302);
        test.settle();
        assertThat(canonical(claimant)).isEqualTo(canonical(known));
        assertThat(test.all(CITY)).as("one of the three is theirs").hasSize(before);
        assertThat(line(known).reached()).contains(ArrivalStep.DECLARED, ArrivalStep.ARRIVED);
        assertThat(facts(known))
                .filteredOn(fact -> fact.kind().equals("subject-link"))
                .hasSize(1);
        assertThat(canonical(found("13911113999").getFirst()))
                .as("whom nobody confirmed stays apart")
                .isNotEqualTo(canonical(known));
        assertThat(officer.get(done).body()).contains("电话尾号3999").doesNotContain("电话尾号3001");
    }

    @Test
    void aDeclaredRowThatIsTickedIsComparedToo() {
        SubjectId known = register("程在册", document("4001"), "13900004001", TIEXI);
        test.declare(declaration("程在册", document("4001"), "13911114001", TIEXI));
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        Map<String, String> form = new HashMap<>(Checkpoint.form("plate", "辽C40001"));
        Matcher row = PERSON.matcher(officer.get("/arrivals/desk?find=4001").body());
        while (row.find()) {
            form.put(row.group(1), row.group(2));
        }
        String done = Checkpoint.path(officer.post("/arrivals/desk/stops", form));
        String page = officer.get(done).body();
        assertThat(page)
                .contains("证件已核对，是本人")
                .as("whom the officer does not see is not told of")
                .doesNotContain("可能与");
        String id = page.replaceAll("(?s).*action=\"/arrivals/claims/(\\w+)\".*", "$1");
        officer.post("/arrivals/claims/" + id, Map.of("back", "https://elsewhere.example/"));
        test.settle();
        assertThat(canonical(new SubjectId("person", id))).isEqualTo(canonical(known));
        assertThat(SERVER.bean(Audit.class).about(List.of("person:" + id), 20))
                .anyMatch(each -> each.user().startsWith("visitor-checkpoint")
                        && each.purpose().equals("arrivals"));
    }

    @Test
    void theCommunityIsToldWhoItMayBeAndOthersAreToldNothing() {
        register("鲁同人", document("5001"), "13900005001", TIEDONG);
        test.declare(declaration("鲁同人", document("5001"), "13911115001", TIEDONG));
        SubjectId claimant = found("13911115001").getFirst();
        Visitor community = Visitor.as(SERVER, "community", TIEDONG);
        String path = "/subjects/person/" + claimant.id();
        assertThat(community.get(path).body()).contains("可能与已登记的鲁**为同一人", "电话尾号5001");
        String tap = "/arrivals/claims/" + claimant.id();
        for (Visitor other :
                List.of(Visitor.as(SERVER, "community", TIEXI), Visitor.as(SERVER, "checkpoint", "210202000000"))) {
            other.get("/");
            HttpResponse<String> answer = other.post(tap, Map.of());
            assertThat(answer.statusCode()).isEqualTo(404);
            HttpResponse<String> unknown = other.post("/arrivals/claims/d0", Map.of());
            assertThat(alike(answer.body()))
                    .as("like one that is not there")
                    .isEqualTo(alike(unknown.body()).replace("/arrivals/claims/d0", tap));
        }
        Visitor leader = Visitor.as(SERVER, "leader", TIEDONG);
        leader.get("/");
        assertThat(leader.post(tap, Map.of()).statusCode()).isEqualTo(403);
        assertThat(community.post(tap, Map.of("back", path)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(path));
        test.settle();
        assertThat(community.get(path).body()).doesNotContain("可能与");
    }

    @Test
    void nobodyIsConfirmedWhoClaimedNothing() {
        SubjectId plain = register("白无辜", document("6001"), "13900006001", TIEDONG);
        test.declare(declaration("只有名", "", "13911116001", TIEDONG));
        SubjectId declared = found("13911116001").getFirst();
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        officer.get("/arrivals/desk");
        for (SubjectId each : List.of(plain, declared)) {
            Set<Fact> before = facts(each);
            assertThat(officer.post("/arrivals/claims/" + each.id(), Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(facts(each)).isEqualTo(before);
        }
    }

    private static Map<String, String> declaration(String name, String document, String phone, String to) {
        return Checkpoint.declaration("2020-07-26T13:00", to, "name", name, "document", document, "phone", phone);
    }

    private SubjectId register(String name, String document, String phone, String where) {
        Registration person = new Registration(
                UUID.randomUUID().toString(),
                name,
                null,
                document,
                phone,
                null,
                null,
                DivisionCode.of(where),
                null,
                null);
        Registered answer =
                Asking.asMachine(() -> SERVER.bean(Register.class).register(person, "register", test.now()));
        RawFact lives = new RawFact(
                "register",
                UUID.randomUUID().toString(),
                "silent",
                1,
                test.now().toString(),
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", subject(answer))),
                where,
                Map.of());
        Asking.asMachine(() -> SERVER.bean(Facts.class)
                .append(List.of(lives), SERVER.bean(Rules.class).reader(), test.now()));
        test.settle();
        return subject(answer);
    }

    private static SubjectId subject(Registered answer) {
        return switch (answer) {
            case Registered.Done done -> done.subject();
            case Registered.Known known -> known.subject();
            case Registered.Refused refused -> throw new AssertionError(refused.errors());
        };
    }

    /** The page of a receipt without what differs between any two. */
    private static String receipt(String path) {
        return alike(new Visitor(SERVER).get(path).body())
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("receipt-number\">[0-9a-f]{8}", "receipt-number\">")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }

    /** A page without its tokens. */
    private static String alike(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"|X-XSRF-TOKEN&#34;:&#34;[^&]*", "");
    }

    private static List<SubjectId> owners(String document) {
        return Asking.asMachine(() -> SERVER.bean(Finder.class)
                .byDocument(IdentityDocument.recognise(document).orElseThrow(), 9));
    }

    private static List<SubjectId> found(String phone) {
        return Asking.asMachine(
                () -> SERVER.bean(Finder.class).byPhone(PhoneNumber.list(phone).getFirst(), 9));
    }

    private static SubjectId canonical(SubjectId person) {
        return Asking.asMachine(() -> Objects.requireNonNull(
                SERVER.bean(Facts.class).canonical(List.of(person)).get(person)));
    }

    private static Set<Fact> facts(SubjectId person) {
        Facts facts = SERVER.bean(Facts.class);
        return Asking.asMachine(() -> facts.read(facts.groups(List.of(person))).values().stream()
                .flatMap(own -> own.facts().stream())
                .collect(Collectors.toCollection(HashSet::new)));
    }

    private Set<String> owed(SubjectId person) {
        Instant now = test.now();
        return Asking.asMachine(
                () -> SERVER.bean(Duties.class).findSubject(person, now).orElseThrow().decision().duties().stream()
                        .map(duty -> duty.kind() + " " + duty.dueAt())
                        .collect(Collectors.toSet()));
    }

    private ArrivalLine line(SubjectId person) {
        return Asking.asMachine(() -> SERVER.bean(Arrivals.class).of(List.of(canonical(person)), test.now()))
                .getFirst();
    }

    /** A resident number with the right check character. */
    private static String document(String end) {
        String seventeen = "2103021980051" + end.charAt(0) + "00" + end.charAt(3);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
