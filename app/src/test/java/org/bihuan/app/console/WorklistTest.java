package org.bihuan.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every figure of the worklist is the length of the list behind it, and the order is the same everywhere. */
@Tag("database")
@Tag("once")
class WorklistTest {
    private static final String OWN = "210302000000";
    private static final String STREET = "210302002000";
    private static final String LOGIN = "visitor-district-headquarters-" + OWN;
    private static final int PEOPLE = 90;

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final Visitor district = Visitor.as(SERVER, "district-headquarters", OWN);

    private static Instant now() {
        return SERVER.bean(TimeMachine.class).instant();
    }

    @BeforeAll
    static void manyDutiesAtManyTimes() throws InterruptedException {
        Random random = new Random(Long.getLong("bihuan.seed", 20200726));
        List<RawFact> facts = new ArrayList<>();
        List<String> places = List.of(OWN, STREET, "210302002001", "210302003000", "210303000000");
        for (int i = 0; i < PEOPLE; i++) {
            Instant arrived = now().minus(Duration.ofMinutes(random.nextInt(40 * 60)));
            facts.add(new RawFact(
                    "worklist-test",
                    "w" + i,
                    "arrival",
                    1,
                    null,
                    null,
                    0,
                    0,
                    null,
                    List.of(new FactSubject("person", new SubjectId("person", "w" + i))),
                    null,
                    Map.of(
                            "arrivedAt", arrived.toString(),
                            "origin", "210202000000",
                            "originRisk", random.nextBoolean() ? "low" : "high",
                            "destination", places.get(random.nextInt(places.size())),
                            "registeredAt", arrived.toString())));
        }
        SERVER.bean(Facts.class).append(facts, SERVER.bean(Rules.class).reader(), now());
        settle();
        for (DutyView duty : all()) {
            String to = List.of("", LOGIN, "李网格").get(random.nextInt(3));
            if (!to.isEmpty()) {
                SERVER.bean(DutyWork.class)
                        .record(duty, WorkKind.ASSIGNMENT, Map.of("assignee", to), "worklist-test", "a", now());
            }
        }
        settle();
    }

    private static void settle() throws InterruptedException {
        for (int i = 0; i < 600 && SERVER.bean(Duties.class).lag(now()).marks() > 0; i++) {
            Thread.sleep(20);
        }
    }

    /** The obvious twin: everything, looked through one by one. */
    private static List<DutyView> all() {
        List<DutyView> all = new ArrayList<>();
        DutyQuery any = DutyQuery.unmet(500);
        DutyQuery query =
                new DutyQuery(Set.of(), any.division(), any.owner(), any.kind(), any.dueBefore(), any.after(), 500);
        List<DutyView> page = SERVER.bean(Duties.class).list(query, now());
        while (!page.isEmpty()) {
            all.addAll(page);
            page = SERVER.bean(Duties.class).list(query.after(page.getLast()), now());
        }
        return all;
    }

    private static List<DutyView> twin(String scope, String division, String state) {
        Instant now = now();
        String digits = division.replaceAll("0+$", "");
        return all().stream()
                .filter(duty -> duty.division() != null
                        && duty.division().toString().startsWith("210302")
                        && duty.division().toString().startsWith(digits))
                .filter(duty -> switch (scope) {
                    case "mine" -> LOGIN.equals(duty.assignee());
                    case "free" -> duty.assignee() == null;
                    default -> true;
                })
                .filter(duty -> switch (state) {
                    case "late" -> duty.state() == Duty.State.LATE;
                    case "hour" ->
                        duty.state() == Duty.State.OPEN && duty.dueAt().isBefore(now.plus(Duration.ofHours(1)));
                    case "open" -> duty.state() == Duty.State.OPEN;
                    case "scheduled" -> duty.state() == Duty.State.SCHEDULED;
                    default -> duty.state() == Duty.State.OPEN || duty.state() == Duty.State.LATE;
                })
                .sorted(Comparator.comparing(DutyView::dueAt))
                .toList();
    }

    private List<UUID> listed(String address) {
        List<UUID> ids = new ArrayList<>();
        String next = address;
        while (!next.isEmpty()) {
            String body = district.get(next).body();
            Matcher row = Pattern.compile("data-duty=\"([^\"]+)\"").matcher(body);
            while (row.find()) {
                ids.add(UUID.fromString(row.group(1)));
            }
            Matcher more = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(body);
            next = more.find() ? more.group(1).replace("&amp;", "&") : "";
        }
        return ids;
    }

    private static long figure(String body, String attribute) {
        Matcher found = Pattern.compile(attribute + ">(\\d+)<").matcher(body);
        assertThat(found.find()).as(attribute).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void everyFigureIsTheLengthOfItsList() {
        for (String scope : List.of("", "mine", "free")) {
            for (String division : List.of("", STREET)) {
                String address = "/duties?scope=" + scope + "&division=" + division;
                String body = district.get(address).body();
                for (String state : List.of("", "late", "hour", "open", "scheduled")) {
                    List<DutyView> twin = twin(scope, division, state);
                    assertThat(figure(body, "data-count=\"" + (state.isEmpty() ? "todo" : state) + "\""))
                            .as("%s %s", address, state)
                            .isEqualTo(twin.size());
                    assertThat(Set.copyOf(listed(address + "&state=" + state)))
                            .as("%s %s", address, state)
                            .isEqualTo(
                                    Set.copyOf(twin.stream().map(DutyView::id).toList()));
                }
                assertThat(figure(body, "data-scope=\"mine\""))
                        .isEqualTo(twin("mine", division, "").size());
                assertThat(figure(body, "data-scope=\"free\""))
                        .isEqualTo(twin("free", division, "").size());
            }
        }
        assertThat(twin("mine", "", "late")).isNotEmpty();
        assertThat(twin("", "", "open")).isNotEmpty();
    }

    @Test
    void lateComesFirstInThePagesAndTheInterface() {
        List<UUID> page = listed("/duties");
        List<UUID> twin = twin("", "", "").stream().map(DutyView::id).toList();
        assertThat(page).hasSameElementsAs(twin);
        List<Instant> dues = page.stream()
                .map(id ->
                        SERVER.bean(Duties.class).find(id, now()).orElseThrow().dueAt())
                .toList();
        assertThat(dues).isSorted();
        List<UUID> offered = new ArrayList<>();
        String after = "";
        do {
            String body =
                    district.get("/api/duties?state=open,late&limit=40" + after).body();
            Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(body);
            while (id.find()) {
                offered.add(UUID.fromString(id.group(1)));
            }
            Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(body);
            after = next.find() ? "&after=" + next.group(1) : "";
        } while (!after.isEmpty());
        assertThat(offered).containsExactlyElementsOf(page);
        assertThat(district.get("/api/duties/count?state=open,late&assignee=me").body())
                .contains("\"total\":" + twin("mine", "", "").size());
    }

    @Test
    void onAPhoneOneBigActionAndNothingScrollsSideways() {
        for (String language : List.of("zh-CN", "en")) {
            Page phone = BROWSER.open(SERVER, 390, 844, language, false, true);
            phone.navigate("http://127.0.0.1:" + SERVER.port() + "/duties");
            phone.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "worklist-" + language + "-phone.png")));
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(language)
                    .isTrue();
            assertThat(phone.locator("tr[data-duty]")
                            .first()
                            .locator(".cell-act a.btn-primary")
                            .count())
                    .isEqualTo(1);
            assertThat(phone.locator("tr[data-duty] .cell-act a").first().boundingBox().width)
                    .as("beside it only the way to a photo")
                    .isGreaterThan(220);
        }
        Page desk = BROWSER.open(SERVER, 1440, 900, "zh-CN", true, true);
        desk.navigate("http://127.0.0.1:" + SERVER.port() + "/duties");
        desk.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "worklist-dark-desktop.png")));
        Locator acts = desk.locator("tr[data-duty]").first().locator(".cell-act a");
        assertThat(acts.last().boundingBox().y)
                .as("a row is one line of buttons high")
                .isEqualTo(acts.first().boundingBox().y);
        desk.navigate("http://127.0.0.1:" + SERVER.port() + "/bulk");
        desk.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "bulk-dark-desktop.png")));
    }
}
