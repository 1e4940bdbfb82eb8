package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.console.Browser;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.app.identity.Claims;
import org.bihuan.app.identity.Oblivion;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose declared document nobody has compared stands in one list; its figures are what the people's own pages say. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenClaimsTest {
    private static final String TIEDONG = "210302000000";
    private static final String TIEXI = "210303000000";
    private static final String CITY = "210300000000";
    private static final Pattern LISTED = Pattern.compile("data-claimant=\"(\\w+)\"");
    private static final Pattern FORM = Pattern.compile("action=\"/arrivals/claims/(\\w+)\"");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T04:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final List<Who> DECLARED = new ArrayList<>();

    private final Checkpoint test = new Checkpoint(SERVER);

    private record Who(SubjectId person, String to) {}

    @Test
    @Order(1)
    void theFiguresAreTheListsAndWhatThePagesOfPeopleSay() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("OpenClaimsTest -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        Visitor headquarters = Visitor.as(SERVER, "headquarters", CITY);
        assertThat(headquarters.get("/desk").body()).doesNotContain("待核对证件");
        for (int i = 0; i < 18; i++) {
            String to = i % 3 == 0 ? TIEXI : TIEDONG;
            String phone = "1391111" + (7000 + i);
            String passport = random.nextInt(5) == 0 && i > 5 ? "" : "E1234" + (7000 + i);
            test.declare(Checkpoint.declaration(
                    "2020-07-26T13:00", to, "name", "辛未" + i, "document", passport, "phone", phone));
            SubjectId person = found(phone);
            DECLARED.add(new Who(person, to));
            if (i < 4 || random.nextInt(3) > 0) {
                landed(person, to);
            }
        }
        test.settle();
        headquarters.get("/arrivals/claims");
        for (Who each : DECLARED.subList(0, 2)) { // one in each district
            headquarters.post("/arrivals/claims/" + each.person().id(), Map.of("back", "/arrivals/claims"));
        }
        SubjectId gone = DECLARED.get(2).person();
        Oblivion.Outcome destroyed = Asking.asMachine(() ->
                SERVER.bean(Oblivion.class).ofPeople(List.of(gone), "期满", Reader.named("qian"), "zhao", test.now()));
        assertThat(destroyed).isInstanceOf(Oblivion.Outcome.Destroyed.class);
        test.settle();
        assertThat(slowly(CITY, true)).as("enough to compare").hasSizeGreaterThan(1);
        for (String region : List.of(CITY, TIEDONG, TIEXI)) {
            Visitor officer = Visitor.as(SERVER, region.equals(CITY) ? "headquarters" : "community", region);
            String here = officer.get("/arrivals/claims").body();
            String coming = officer.get("/arrivals/claims?side=coming").body();
            assertThat(all(LISTED, here)).as(region).containsExactlyInAnyOrderElementsOf(slowly(region, true));
            assertThat(all(LISTED, coming)).as(region).containsExactlyInAnyOrderElementsOf(slowly(region, false));
            assertThat(all(FORM, here)).as("each can be confirmed").isEqualTo(all(LISTED, here));
            assertThat(all(FORM, coming)).isEqualTo(all(LISTED, coming));
            for (String page : List.of(here, coming)) {
                assertThat(page)
                        .contains("data-count=\"here\">" + all(LISTED, here).size() + "<")
                        .contains("data-count=\"coming\">" + all(LISTED, coming).size() + "<")
                        .doesNotContain("辛未", "E1234");
            }
        }
        assertThat(headquarters.get("/desk").body())
                .contains("href=\"/arrivals/claims\"><b>" + slowly(CITY, true).size() + "</b><span>待核对证件");
        List<Journey> paged = new ArrayList<>();
        List<Journey> page;
        do {
            ArrivalCursor after =
                    paged.isEmpty() ? null : ArrivalCursor.after(ArrivalLine.of(paged.getLast(), test.now()));
            page = Asking.asMachine(() -> SERVER.bean(TransactionTemplate.class)
                    .execute(_ -> SERVER.bean(ClaimListStore.class).list(true, test.now(), after, 2)));
            paged.addAll(Objects.requireNonNull(page));
        } while (page.size() == 2);
        assertThat(paged)
                .extracting(each -> each.subject().id())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(slowly(CITY, true));
    }

    @Test
    @Order(2)
    void oneTapTakesSomebodyOffTheListAndStrangersSeeNone() {
        Visitor community = Visitor.as(SERVER, "community", TIEDONG);
        String before = community.get("/arrivals/claims").body();
        String first = all(LISTED, before).getFirst();
        assertThat(Checkpoint.path(community.post("/arrivals/claims/" + first, Map.of("back", "/arrivals/claims"))))
                .isEqualTo("/arrivals/claims");
        String after = community.get("/arrivals/claims").body();
        assertThat(all(LISTED, after))
                .as("at once")
                .doesNotContain(first)
                .hasSize(all(LISTED, before).size() - 1);
        test.settle();
        assertThat(all(LISTED, community.get("/arrivals/claims").body())).isEqualTo(all(LISTED, after));
        Visitor stranger = Visitor.as(SERVER, "community", "210202000000");
        assertThat(stranger.get("/arrivals/claims").body()).contains("没有已到达而证件未核对的人");
        assertThat(Visitor.as(SERVER, "leader", TIEDONG).get("/arrivals/claims").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(3)
    @Tag("once")
    void itFitsADeskAndAPhone() {
        Page desk = BROWSER.open(SERVER, 1440, 900, "zh-CN", false, true);
        desk.navigate("http://127.0.0.1:" + SERVER.port() + "/arrivals/claims");
        desk.screenshot(shot("open-claims-zh"));
        Page phone = BROWSER.open(SERVER, 390, 844, "en", true, true);
        phone.navigate("http://127.0.0.1:" + SERVER.port() + "/arrivals/claims?side=coming");
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        phone.screenshot(shot("open-claims-en-dark-phone"));
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png"));
    }

    /** Those of whom {@link Claims} says one by one that their claim is open, by where they are. */
    private List<String> slowly(String region, boolean isHere) {
        DivisionCode division = DivisionCode.of(region);
        return DECLARED.stream()
                .filter(each -> division.contains(DivisionCode.of(each.to())))
                .map(Who::person)
                .filter(each -> SERVER.bean(Claims.class).about(List.of(each)).stream()
                        .anyMatch(claim -> claim.claimant().equals(each)))
                .filter(each ->
                        Asking.asMachine(() -> SERVER.bean(Arrivals.class).of(List.of(each), test.now()))
                                        .getFirst()
                                        .reached()
                                        .contains(ArrivalStep.ARRIVED)
                                == isHere)
                .map(SubjectId::id)
                .toList();
    }

    private static List<String> all(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        List<String> all = new ArrayList<>();
        while (found.find()) {
            all.add(found.group(1));
        }
        return all;
    }

    private static SubjectId found(String phone) {
        return Asking.asMachine(() -> SERVER.bean(Finder.class)
                .byPhone(PhoneNumber.list(phone).getFirst(), 9)
                .getFirst());
    }

    private void landed(SubjectId person, String to) {
        String at = test.now().minus(Duration.ofMinutes(30)).toString();
        RawFact raw = new RawFact(
                "landing-point",
                UUID.randomUUID().toString(),
                "landing",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                to,
                Map.of("arrivedAt", at, "destination", to));
        Asking.asMachine(() -> SERVER.bean(Facts.class)
                        .append(List.of(raw), SERVER.bean(Rules.class).reader(), test.now()))
                .forEach(answer -> assertThat(answer).isInstanceOf(Append.Recorded.class));
    }
}
