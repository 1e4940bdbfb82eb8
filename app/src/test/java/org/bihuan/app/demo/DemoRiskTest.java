package org.bihuan.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.bihuan.app.risk.Levels;
import org.bihuan.app.risk.ListIntake;
import org.bihuan.app.risk.Response;
import org.bihuan.app.risk.RiskLists;
import org.bihuan.app.risk.Situation;
import org.bihuan.city.City;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board of the demonstration says of every origin what the travellers' facts say. */
@Tag("database")
@Tag("once")
class DemoRiskTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2020-07-25T23:30:00Z");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final RiskLists lists = SERVER.bean(RiskLists.class);
    private final Levels levels = SERVER.bean(Levels.class);
    private final Situation situation = SERVER.bean(Situation.class);

    @Test
    void theListsAgreeWithTheOriginsAndSeedingAgainChangesNothing() throws IOException {
        DemoRisk demo =
                new DemoRisk(lists, SERVER.bean(ListIntake.class), situation, Clock.fixed(START, ZoneOffset.UTC), ZONE);
        demo.seed();
        demo.seed();
        assertThat(lists.publications(RiskLists.NATIONAL)).hasSize(7);
        assertThat(situation.sources()).hasSize(2);
        int compared = 0;
        for (String[] row : origins()) {
            if (List.of("low", "medium", "high").contains(row[1])) {
                Instant from = LocalDateTime.parse(row[3].isEmpty() ? "2020-07-14T00:00:00" : row[3])
                        .atZone(ZONE)
                        .toInstant();
                assertThat(levels.at(RiskLists.NATIONAL, place(row[0]), from, START))
                        .as("%s from %s", row[0], from)
                        .hasValueSatisfying(it -> assertThat(it.level().level()).isEqualTo(row[1]));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(25);
        assertThat(lists.waiting().values().stream().mapToInt(List::size).sum()).isOne();
        assertThat(situation.response(place("210302000000"), START, START).map(Response::level))
                .contains("II");
        theBoardSaysThatItIsADemonstration();
    }

    private static void theBoardSaysThatItIsADemonstration() {
        Page page = BROWSER.open(SERVER, 1440, 1000, "zh-CN", false, true);
        page.navigate("http://127.0.0.1:" + SERVER.port() + "/risk?place=210211017000&at=2020-07-26T07:30");
        assertThat(page.locator(".risk-list").innerText()).contains("演示值");
        assertThat(page.locator(".risk-answer").innerText()).contains("大连湾街道", "高风险", "海产品加工厂（演示）");
        String folder = System.getProperty("bihuan.screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, "risk-demo-zh.png")));
        }
    }

    /** Rows of the scenario: origin, risk, weight, from, until. */
    private static List<String[]> origins() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(City.class.getResourceAsStream("scenarios/anshan-2020/origins.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.copyOf(line.split(",", -1), 5))
                    .toList();
        }
    }

    private static PlaceId place(String code) {
        return PlaceId.of(DivisionCode.of(code));
    }
}
