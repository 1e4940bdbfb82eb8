package org.bihuan.app.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.RunningServer;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.AreaName;
import org.bihuan.places.risk.Figures;
import org.bihuan.places.risk.ListDifference;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Lists as published: taken in, told apart, asked about. */
@Tag("database")
class NationalListTest {
    private static final Instant NOW = Instant.parse("2022-11-10T00:00:00Z");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @TempDir
    private Path folder;

    private final ListIntake intake = SERVER.bean(ListIntake.class);
    private final RiskLists lists = SERVER.bean(RiskLists.class);
    private final Levels levels = SERVER.bean(Levels.class);
    private final Situation situation = SERVER.bean(Situation.class);
    private final Board board = SERVER.bean(Board.class);

    @Test
    @Clause({"S1-003", "S4-05"})
    void theBoardEqualsThePublicationAndFlagsTheTypedFigures() {
        Path published = shared("2022110121-1b2500d0.json.gz");
        Map<String, Long> typed = Map.of(Figures.PROVINCES, 30L, Figures.PREFECTURES, 190L, Figures.SHARE, 57L);
        take("national", published, "", typed);
        take("national", shared("2022110222-0376940f.json.gz"), "", Map.of());
        BoardView view = board.view(new Board.Question("national", "", "2022-11-02T06:00", "", "", ""), NOW);
        assertThat(view.figures())
                .extracting(Figures.Figure::name, Figures.Figure::computed, Figures.Figure::isWrong)
                .containsExactly(
                        tuple("level:high", 2889L, false),
                        tuple("level:medium", 2184L, false),
                        tuple("level:low", 332L, false),
                        tuple(Figures.AREAS, 5405L, false),
                        tuple(Figures.PROVINCES, 25L, true),
                        tuple(Figures.CITIES, 113L, false),
                        tuple(Figures.PREFECTURES, 109L, true),
                        tuple(Figures.SHARE, 33L, true));
        BoardView next = board.view(new Board.Question("national", "", "2022-11-02T22:00", "", "", ""), NOW);
        ListDifference difference = Objects.requireNonNull(next.difference());
        assertThat(difference.changes()).isNotEmpty();
        assertThat(difference.unchanged()).isGreaterThan(4000);
    }

    @Test
    void mostNamesOfTheNationalListArePlacedWithoutAPerson() {
        take("placed", shared("2022110121-1b2500d0.json.gz"), "", Map.of());
        List<ListedArea> areas =
                lists.areas(lists.publications("placed").getFirst().id());
        long waiting = areas.stream().filter(each -> each.where().needsPerson()).count();
        assertThat(waiting).isBetween(1L, 600L);
    }

    @Test
    void aListComesAsCsvAndItsDifferenceAndHistoryAreKept() throws IOException {
        sheet("csv", "2022-11-01T21:00", "高风险,辽宁省,鞍山市,铁东区,\n低,辽宁省,鞍山市,铁西区,\n");
        sheet("csv", "2022-11-03T21:00", "中风险,辽宁省,鞍山市,铁东区,\n高风险,辽宁省,鞍山市,立山区,\n");
        assertThat(level("csv", "210302000000", "2022-11-01T20:59")).isEmpty();
        assertThat(level("csv", "210302002001", "2022-11-01T21:00")).contains("high");
        assertThat(level("csv", "210302002001", "2022-11-03T20:59")).contains("high");
        assertThat(level("csv", "210302002001", "2022-11-03T21:00")).contains("medium");
        assertThat(level("csv", "210303000000", "2022-11-03T21:00")).contains("regular");
    }

    @Test
    void oneThatComesLateCountsForItsOwnTimeAndTheSameAgainForNothing() throws IOException {
        sheet("late", "2022-11-05T21:00", "高风险,辽宁省,鞍山市,铁东区,\n");
        Publication old = sheet("late", "2022-11-01T21:00", "中风险,辽宁省,鞍山市,铁东区,\n");
        assertThat(sheet("late", "2022-11-01T21:00", "中风险,辽宁省,鞍山市,铁东区,\n").id()).isEqualTo(old.id());
        assertThat(lists.publications("late")).hasSize(2);
        assertThat(level("late", "210302000000", "2022-11-02T00:00")).contains("medium");
        assertThat(level("late", "210302000000", "2022-11-06T00:00")).contains("high");
        assertThatThrownBy(() -> sheet("late", "2022-11-01T21:00", "高风险,辽宁省,鞍山市,铁东区,\n"))
                .isInstanceOf(RiskRefused.class)
                .hasMessageContaining("another list stands for that moment");
    }

    @Test
    void oneThatIsWithdrawnAndIssuedAgainIsKnownAsItWasThen() throws IOException {
        Publication wrong = sheet("again", "2022-11-01T21:00", "高风险,辽宁省,鞍山市,铁东区,\n");
        Instant withdrawn = NOW.plus(Duration.ofHours(1));
        lists.withdraw(wrong.id(), "印错", withdrawn, "wang");
        assertThatThrownBy(() -> lists.withdraw(wrong.id(), "印错", withdrawn, "wang"))
                .hasMessageContaining("withdrawn already");
        assertThatThrownBy(() -> lists.withdraw(wrong.id(), " ", withdrawn, "wang"))
                .hasMessageContaining("the reason of a withdrawal");
        Path file = csv("低风险,辽宁省,鞍山市,铁东区,\n");
        intake.take(file, said("again", "2022-11-01T21:00"), NOW.plus(Duration.ofHours(2)), "wang");
        PlaceId place = place("210302000000");
        Instant moment = at("2022-11-02T00:00");
        assertThat(levels.at("again", place, moment, NOW).orElseThrow().level().level())
                .isEqualTo("high");
        assertThat(levels.at("again", place, moment, withdrawn)).isEmpty();
        assertThat(levels.at("again", place, moment, NOW.plus(Duration.ofHours(3)))
                        .orElseThrow()
                        .level()
                        .level())
                .isEqualTo("low");
    }

    @Test
    void badListsAreRefusedWhole() {
        assertThatThrownBy(() -> sheet("bad", "2022-11-01T21:00", "严重,辽宁省,鞍山市,铁东区,\n"))
                .hasMessageContaining("row 2: \"严重\" is no level");
        assertThatThrownBy(() -> sheet("bad", "2022-11-01T21:00", "高,,鞍山市,铁东区,\n"))
                .hasMessageContaining("row 2: the province is missing");
        assertThatThrownBy(() -> sheet("bad", "2022-11-01T21:00", "")).hasMessageContaining("the list has 0 lines");
        assertThatThrownBy(() -> sheet("bad", "", "高,辽宁省,鞍山市,铁东区,\n"))
                .hasMessageContaining("does not say when it is in force");
        assertThatThrownBy(() -> sheet("坏", "2022-11-01T21:00", "高,辽宁省,鞍山市,铁东区,\n"))
                .hasMessageContaining("takes small letters");
        assertThatThrownBy(() -> take("bad", written("{\"data\":{}}"), "", Map.of()))
                .hasMessageContaining("no data.highlist");
        assertThatThrownBy(() -> take("bad", written("{\"data\":"), "", Map.of()))
                .hasMessageContaining("no complete JSON");
        assertThatThrownBy(() -> take("bad", written("等级\n高\n"), "", Map.of()))
                .hasMessageContaining("must be a header with level and province");
        assertThatThrownBy(() -> board.moment("yesterday")).hasMessageContaining("must be like 2022-11-01T21:00");
        assertThat(lists.publications("bad")).isEmpty();
    }

    @Test
    void whatAPersonSaidAboutANameIsRememberedForTheNextList() throws IOException {
        AreaName zone = new AreaName("辽宁省", "鞍山市", "达道湾经开区", "");
        sheet("names", "2022-11-01T21:00", "高,辽宁省,鞍山市,达道湾经开区,某厂\n高,辽宁省,鞍山市,达道湾经开区,\n");
        assertThat(level("names", "210303000000", "2022-11-02T00:00")).contains("regular");
        assertThat(levels.at("names", place("210303000000"), at("2022-11-02T00:00"), NOW)
                        .orElseThrow()
                        .level()
                        .perhaps())
                .contains("high");
        assertThatThrownBy(() -> lists.answer(zone.countyKey(), place("219999000000"), true, NOW, "wang"))
                .hasMessageContaining("there is no place 219999000000");
        assertThat(lists.answer(zone.countyKey(), place("210303000000"), true, NOW, "wang"))
                .isEqualTo(2);
        assertThat(level("names", "210303000000", "2022-11-02T00:00")).contains("high");
        Publication next = sheet("names", "2022-11-03T21:00", "中,辽宁省,鞍山市,达道湾经开区,\n");
        assertThat(lists.areas(next.id())).noneMatch(each -> each.where().needsPerson());
        assertThat(level("names", "210303000000", "2022-11-04T00:00")).contains("medium");
    }

    @Test
    @Clause({"S1-101", "S1-092"})
    void theResponseLevelChangesAtItsMinuteAndHoldsForAllBelow() {
        PlaceId province = place("370000000000");
        situation.respond(province, "II", at("2020-03-08T00:00"), "省指挥部", at("2020-03-07T00:00"), "wang");
        situation.respond(province, "III", at("2020-05-06T00:00"), "省指挥部", at("2020-05-05T12:00"), "wang");
        situation.respond(province, "III", at("2020-05-06T00:00"), "省指挥部", at("2020-05-05T13:00"), "wang");
        assertThat(response("2020-05-05T23:59")).contains("II");
        assertThat(response("2020-05-06T00:00")).contains("III");
        assertThat(situation.responses())
                .filteredOn(each -> each.region().equals(province))
                .hasSize(2);
        assertThatThrownBy(() -> situation.respond(province, "V", NOW, "x", NOW, "wang"))
                .hasMessageContaining("\"V\" is one of [I, II, III, IV]");
        assertThatThrownBy(() -> situation.respond(province, "I", NOW, " ", NOW, "wang"))
                .hasMessageContaining("the basis \"\" has 1 to 200 characters");
    }

    @Test
    @Clause("S4-04")
    void cityAndCountyRespondFromTheSameMinuteEachAtItsOwnLevel() {
        PlaceId city = place("140500000000");
        PlaceId county = place("140522000000");
        situation.respond(city, "III", at("2022-11-01T11:00"), "市指挥部", NOW, "wang");
        situation.respond(county, "II", at("2022-11-01T11:00"), "县指挥部", NOW, "wang");
        assertThat(situation.response(county, at("2022-11-01T10:59"), NOW)).isEmpty();
        assertThat(situation.response(county, at("2022-11-01T11:00"), NOW).map(Response::level))
                .contains("II");
        assertThat(situation
                        .response(place("140502000000"), at("2022-11-01T11:00"), NOW)
                        .map(Response::level))
                .contains("III");
        assertThat(situation.responses())
                .filteredOn(each -> each.effectiveAt().equals(at("2022-11-01T11:00")))
                .extracting(Response::region)
                .containsExactlyInAnyOrder(city, county);
    }

    @Test
    void aSourceOnNoListIsFlaggedWhereItLies() {
        PlaceId county = place("410184000000");
        Source plant = source("某电子厂", "factory", county, Optional.empty());
        situation.flag(plant, NOW);
        situation.flag(plant, NOW);
        assertThat(situation.sourcesAt(county, NOW)).extracting(Source::name).containsOnlyOnce("某电子厂");
        assertThat(situation.sourcesAt(place("410000000000"), NOW))
                .extracting(Source::name)
                .contains("某电子厂");
        assertThat(situation.sourcesAt(place("210000000000"), NOW)).isEmpty();
        assertThat(situation.sourcesAt(county, at("2022-09-27T23:59"))).isEmpty();
        assertThatThrownBy(() -> situation.flag(source("x", "zoo", county, Optional.empty()), NOW))
                .hasMessageContaining("the kind \"zoo\" is one of");
        assertThatThrownBy(() -> situation.flag(source("x", "wave", county, Optional.of(at("2022-09-01T00:00"))), NOW))
                .hasMessageContaining("the end must come after the beginning");
    }

    @Test
    @Clause({"S4-06", "S4-10"})
    void aWaveAndTheRiskFromANeighbourAreKeptWithTheirBeginning() {
        PlaceId province = place("140000000000");
        situation.flag(source("本轮疫情", "wave", province, Optional.empty()), NOW);
        situation.flag(source("输入风险高", "neighbour", place("410000000000"), Optional.empty()), NOW);
        assertThat(situation.sourcesAt(place("140500000000"), at("2022-09-28T00:00")))
                .extracting(Source::name)
                .containsExactly("本轮疫情");
        assertThat(situation.sourcesAt(place("140500000000"), at("2022-09-27T23:59")))
                .isEmpty();
        assertThat(situation.sourcesAt(place("410100000000"), NOW))
                .extracting(Source::kind)
                .contains("neighbour");
    }

    private static Source source(String name, String kind, PlaceId place, Optional<Instant> to) {
        return new Source(UUID.randomUUID(), name, kind, "", place, at("2022-09-28T00:00"), to, "", "wang");
    }

    private Optional<String> response(String moment) {
        return situation.response(place("370102000000"), at(moment), NOW).map(Response::level);
    }

    private Optional<String> level(String series, String code, String moment) {
        return levels.at(series, place(code), at(moment), NOW.plus(Duration.ofDays(1)))
                .map(each -> each.level().level());
    }

    private Publication sheet(String series, String from, String lines) throws IOException {
        return take(series, csv(lines), from, Map.of());
    }

    private Path csv(String lines) throws IOException {
        return written("风险等级,省,市,县区,区域\n" + lines);
    }

    private Path written(String text) throws IOException {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, text);
        return file;
    }

    private Publication take(String series, Path file, String from, Map<String, Long> typed) {
        ListIntake.Said said = said(series, from);
        return intake.take(
                file,
                new ListIntake.Said(said.series(), said.scheme(), said.effectiveAt(), typed, said.source()),
                NOW,
                "wang");
    }

    private ListIntake.Said said(String series, String from) {
        return new ListIntake.Said(series, "national-2022", board.moment(from), Map.of(), "");
    }

    /** A file of the folder beside the project, which is read but never copied into it. */
    private static Path shared(String name) {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/risk-regions").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "the published lists are not here: " + name);
        return file.orElseThrow();
    }

    private static Instant at(String text) {
        return Instant.parse(text + ":00+08:00");
    }

    private static PlaceId place(String code) {
        return PlaceId.of(DivisionCode.of(code));
    }
}
