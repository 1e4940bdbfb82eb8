package org.bihuan.app.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.bihuan.policy.level.LevelHistory;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An edition says for ever what was known when it was made, whatever comes after. */
@Tag("database")
class EditionsTest {
    private static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z");
    private static final DivisionCode ZHONGSHAN = DivisionCode.of("210202000000");
    private static final DivisionCode XIGANG = DivisionCode.of("210203000000");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @TempDir
    private Path folder;

    private final RiskLists lists = SERVER.bean(RiskLists.class);
    private final Editions editions = SERVER.bean(Editions.class);

    private long take(String series, String from, String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "level,province,city,county,area\n" + lines);
        SERVER.bean(ListIntake.class)
                .take(
                        file,
                        new ListIntake.Said(series, "county-2020", Optional.of(Instant.parse(from)), Map.of(), "测试"),
                        NOW,
                        "desk");
        return editions.latest();
    }

    /** Read afresh, from nothing that was kept. */
    private static LevelHistory history(long edition, String series, DivisionCode place) {
        return new EditionLevels(
                        edition,
                        SERVER.bean(EditionStore.class),
                        SERVER.bean(OwnEditionStore.class),
                        SERVER.bean(Levels.class),
                        null)
                .history(series, place);
    }

    private static String levels(long edition, String series, DivisionCode place) {
        StringBuilder levels = new StringBuilder();
        history(edition, series, place)
                .steps()
                .forEach(each -> levels.append(each.level()).append(' '));
        return levels.toString().strip();
    }

    @Test
    void aListThatComesOrGoesMakesAnEdition() throws IOException {
        long before = editions.latest();
        long first = take("own", "2020-07-20T00:00:00Z", "medium,辽宁省,大连市,中山区,\n");
        assertThat(first).isEqualTo(before + 1);
        long second = take("own", "2020-07-22T00:00:00Z", "high,辽宁省,大连市,中山区,\n");
        long late = take("own", "2020-07-21T00:00:00Z", "high,辽宁省,大连市,西岗区,\n");
        assertThat(take("own", "2020-07-21T00:00:00Z", "high,辽宁省,大连市,西岗区,\n"))
                .as("the same again is none")
                .isEqualTo(late);
        lists.withdraw(lists.publications("own").getFirst().id(), "印错", NOW, "desk");
        long withdrawn = editions.latest();
        assertThat(levels(before, "own", ZHONGSHAN)).isEmpty();
        assertThat(levels(first, "own", ZHONGSHAN)).isEqualTo("medium");
        assertThat(levels(second, "own", ZHONGSHAN)).isEqualTo("medium high");
        assertThat(levels(late, "own", ZHONGSHAN)).isEqualTo("medium low high");
        assertThat(levels(withdrawn, "own", ZHONGSHAN)).isEqualTo("low high");
        assertThat(levels(withdrawn, "own", XIGANG)).isEqualTo("high low");
        assertThat(levels(withdrawn, "other", XIGANG)).isEmpty();
        assertThat(editions.find(withdrawn).orElseThrow().cause()).isEqualTo("withdrawn");
        for (long each = before; each <= withdrawn; each++) {
            assertThat(editions.known(each).history("own", ZHONGSHAN))
                    .as("edition %s, built upon the one before", each)
                    .isEqualTo(history(each, "own", ZHONGSHAN));
        }
        assertThat(Objects.requireNonNull(history(late, "own", ZHONGSHAN).at(Instant.parse("2020-07-22T00:00:00Z")))
                        .level())
                .isEqualTo("high");
    }

    @Test
    void aNameThatIsUnderstoodLaterIsNotUnderstoodBefore() throws IOException {
        long open = take("names", "2020-07-20T00:00:00Z", "medium,辽宁省,大连市,不知何处区,\n");
        assertThat(levels(open, "names", ZHONGSHAN)).as("somewhere in Dalian").isEqualTo("null");
        String name = lists.waiting().values().stream()
                .flatMap(each -> each.stream())
                .filter(each -> each.name().county().equals("不知何处区"))
                .findFirst()
                .orElseThrow()
                .name()
                .countyKey();
        lists.answer(name, PlaceId.of(ZHONGSHAN), true, NOW, "desk");
        long settled = editions.latest();
        assertThat(levels(settled, "names", ZHONGSHAN)).isEqualTo("medium");
        assertThat(levels(settled, "names", XIGANG)).isEqualTo("low");
        assertThat(levels(open, "names", ZHONGSHAN)).isEqualTo("null");
        assertThat(levels(open, "names", XIGANG)).isEqualTo("null");
    }

    @Test
    @Clause({"S1-092", "S1-101"})
    void aResponseLevelIsReadFromItsMinuteOnInTheEditionThatKnowsIt() {
        Situation situation = SERVER.bean(Situation.class);
        long before = editions.latest();
        respond(situation, "II", "2020-03-08T00:00:00Z");
        respond(situation, "III", "2020-05-06T00:00:00Z");
        respond(situation, "III", "2020-05-06T00:00:00Z");
        assertThat(editions.latest()).as("the same again is none").isEqualTo(before + 2);
        assertThat(levels(before, "response-level", ZHONGSHAN)).isEmpty();
        assertThat(levels(before + 1, "response-level", ZHONGSHAN)).isEqualTo("II");
        assertThat(levels(before + 2, "response-level", ZHONGSHAN)).isEqualTo("II III");
        assertThat(editions.known(before + 2).history("response-level", ZHONGSHAN))
                .isEqualTo(history(before + 2, "response-level", ZHONGSHAN));
        assertThat(Objects.requireNonNull(history(before + 2, "response-level", ZHONGSHAN)
                                .at(Instant.parse("2020-05-05T23:59:59Z")))
                        .level())
                .isEqualTo("II");
        assertThat(editions.find(before + 1).orElseThrow().cause()).isEqualTo("responded");
        assertThat(editions.name("response-level", "III").zh()).isEqualTo("Ⅲ级响应");
    }

    private static void respond(Situation situation, String level, String from) {
        situation.respond(PlaceId.of(DivisionCode.of("210000000000")), level, Instant.parse(from), "省指挥部", NOW, "desk");
    }

    @Test
    void aSourceIsReadByItsKindAndItsCodeAndMayTurnOutNeverToHaveBeenOne() {
        Situation situation = SERVER.bean(Situation.class);
        long before = editions.latest();
        Source plant = new Source(
                UUID.randomUUID(),
                "某厂",
                "factory",
                "some-plant",
                PlaceId.of(ZHONGSHAN),
                Instant.parse("2020-07-20T00:00:00Z"),
                Optional.empty(),
                "",
                "desk");
        situation.flag(plant, NOW);
        situation.flag(plant, NOW);
        long flagged = editions.latest();
        assertThat(flagged).isEqualTo(before + 1);
        situation.end(plant.id(), Instant.parse("2020-07-25T00:00:00Z"), NOW, "desk");
        long ended = editions.latest();
        Source standing = situation.sources().stream()
                .filter(each -> each.name().equals("某厂"))
                .findFirst()
                .orElseThrow();
        situation.end(standing.id(), standing.from(), NOW, "desk");
        long never = editions.latest();
        for (String series : new String[] {"flagged-source", "flagged-source/factory", "flagged-source/some-plant"}) {
            assertThat(levels(before, series, ZHONGSHAN)).isEqualTo("clear");
            assertThat(levels(flagged, series, ZHONGSHAN)).isEqualTo("clear flagged");
            assertThat(levels(ended, series, ZHONGSHAN)).isEqualTo("clear flagged clear");
            assertThat(levels(never, series, ZHONGSHAN)).isEqualTo("clear");
            assertThat(levels(ended, series, XIGANG)).isEqualTo("clear");
        }
        assertThat(levels(ended, "flagged-source/market", ZHONGSHAN)).isEqualTo("clear");
        assertThat(levels(ended, "flagged-source", DivisionCode.of("210200000000")))
                .as("somewhere in Dalian")
                .isEqualTo("clear null clear");
        assertThat(situation.sources()).extracting(Source::name).doesNotContain("某厂");
        assertThatThrownBy(() -> situation.end(plant.id(), NOW, NOW, "desk"))
                .hasMessageContaining("somebody has said otherwise when it ends: reload the page");
        assertThatThrownBy(() -> situation.flag(
                        new Source(
                                UUID.randomUUID(),
                                "市场",
                                "factory",
                                "market",
                                PlaceId.of(ZHONGSHAN),
                                NOW,
                                Optional.empty(),
                                "",
                                "desk"),
                        NOW))
                .hasMessageContaining("the code \"market\" takes 1 to 40 small letters");
        assertThatThrownBy(() -> take("flagged-source", "2020-07-20T00:00:00Z", "medium,辽宁省,大连市,中山区,\n"))
                .hasMessageContaining("the series \"flagged-source\" is kept for what the city says itself");
    }
}
