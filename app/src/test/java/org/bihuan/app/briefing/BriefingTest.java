package org.bihuan.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.briefing.domain.CutOff;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.bihuan.proof.Clause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A morning: what is frozen, the lists behind it, and what late facts make of it. In the order of the day. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BriefingTest {
    private static final DivisionCode CITY = DivisionCode.of("210300000000");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.parse("2020-07-27");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020",
            "--bihuan.briefing.check-every=1h");

    @Test
    @Order(1)
    void theLastCutOffIsFoundOnBothSidesOfIt() {
        LocalTime time = LocalTime.of(7, 30);
        Instant cut = Instant.parse("2020-07-26T23:30:00Z");
        assertThat(CutOff.last(time, ZONE, cut)).isEqualTo(new CutOff(DAY, cut));
        assertThat(CutOff.last(time, ZONE, cut.minusMillis(1)).day()).isEqualTo(DAY.minusDays(1));
        assertThat(CutOff.last(time, ZONE, cut.plus(Duration.ofDays(1)).minusMillis(1))
                        .day())
                .isEqualTo(DAY);
    }

    @Test
    @Order(1)
    void everyMorningSinceTheLastIsMissedAndNoneBefore() {
        LocalTime time = LocalTime.of(7, 30);
        Instant cut = Instant.parse("2020-07-26T23:30:00Z");
        assertThat(CutOff.missed(time, ZONE, Optional.empty(), cut, 31)).containsExactly(new CutOff(DAY, cut));
        assertThat(CutOff.missed(time, ZONE, Optional.of(DAY), cut, 31)).isEmpty();
        assertThat(CutOff.missed(time, ZONE, Optional.of(DAY.minusDays(1)), cut.minusMillis(1), 31))
                .isEmpty();
        assertThat(CutOff.missed(time, ZONE, Optional.of(DAY.minusDays(3)), cut, 31))
                .extracting(CutOff::day)
                .containsExactly(DAY.minusDays(2), DAY.minusDays(1), DAY);
        assertThat(CutOff.missed(time, ZONE, Optional.of(DAY.minusDays(300)), cut, 2))
                .extracting(CutOff::day)
                .as("not more than are made up")
                .containsExactly(DAY.minusDays(1), DAY);
        assertThat(CutOff.missed(time, ZONE, Optional.of(DAY.plusDays(5)), cut, 31))
                .as("a clock set back")
                .isEmpty();
    }

    @Test
    @Order(2)
    @Clause({"S2-02", "S0-39"})
    void itIsFrozenOnceWhenItsTimeComesAndEachFigureIsTheLengthOfItsList() throws InterruptedException {
        record("甲", "arrival", "210302000000", arrival("210302000000"));
        record("乙", "arrival", "210303000000", arrival("210303000000"));
        record("丁", "arrival", "210302000000", arrivedBefore());
        settle();
        SERVER.bean(TimeMachine.class).moveTo(Instant.parse("2020-07-26T23:31:00Z"));
        BriefingSheet sheet = frozen();
        assertThat(row(sheet, "arrived").figure().value()).isEqualTo(2);
        assertThat(row(sheet, "arrived").figure().change()).isEqualTo(2);
        assertThat(row(sheet, "tested").figure().value()).isZero();
        assertThat(row(sheet, "rooms").figure().value())
                .as("nobody reports rooms")
                .isNull();
        long late = value(sheet, "late");
        assertThat(late).isPositive();
        assertThat(row(sheet, "late").places().stream()
                        .mapToLong(each -> each.value() == null ? 0 : each.value())
                        .sum())
                .isLessThanOrEqualTo(late)
                .isPositive();
        for (BriefingSheet.Part part : sheet.parts()) {
            for (BriefingSheet.Row row : part.rows()) {
                requireLength(sheet, row.figure());
                row.places().forEach(place -> requireLength(sheet, place));
            }
        }
        SERVER.bean(DueBriefings.class).freeze(SERVER.bean(Clock.class).instant());
        int frozen =
                SERVER.bean(DueBriefings.class).freeze(SERVER.bean(Clock.class).instant());
        assertThat(frozen).as("once").isZero();
        Briefing again =
                new Briefing(UUID.randomUUID(), CITY, DAY, sheet.briefing().cutOff(), Instant.EPOCH, ZONE, "x");
        assertThat(SERVER.bean(Freezing.class).freeze(again)).isFalse();
    }

    private static void requireLength(BriefingSheet sheet, Figure figure) {
        List<Item> items = items(sheet, figure);
        if (figure.value() != null) {
            assertThat(items.stream().mapToLong(Item::amount).sum())
                    .as("%s %s", figure.key(), figure.place())
                    .isEqualTo(figure.value());
            assertThat(items.stream().map(Item::ref).collect(Collectors.toSet()))
                    .hasSize(items.size());
        }
    }

    /** The whole list, read in pages of three. */
    private static List<Item> items(BriefingSheet sheet, Figure figure) {
        List<Item> items = new ArrayList<>();
        ItemPage page;
        int after = -1;
        do {
            page = SERVER.bean(Briefings.class).items(sheet.briefing().id(), figure.key(), figure.place(), after, 3);
            items.addAll(page.items());
            after = page.last();
        } while (page.hasMore());
        assertThat(items).hasSize((int) page.total());
        return items;
    }

    @Test
    @Order(3)
    void aFrozenFigureIsClickedToItsList() {
        BriefingSheet sheet = frozen();
        Visitor city = Visitor.as(SERVER, "headquarters", "210300000000");
        String list = city.get(sheet.address("late", null)).body();
        assertThat(list.split("data-item=", -1)).hasSize((int) value(sheet, "late") + 1);
        assertThat(list).contains("已固定", "/duties?state=late");
        String rest = city.get(sheet.address("late", null) + "?after=0").body();
        assertThat(rest.split("data-item=", -1)).as("behind the first").hasSize((int) value(sheet, "late"));
        assertThat(rest).contains("回到第一页");
        assertThat(city.get(sheet.address("late", null) + "?after=2000000000").body())
                .contains("名单到此为止");
        assertThat(city.get(sheet.address("late", null) + "?after=x").statusCode())
                .isEqualTo(400);
        assertThat(city.get(sheet.address("late", DivisionCode.of("210302000000")))
                        .body())
                .contains("铁东区");
        assertThat(city.get(sheet.address("nothing", null)).statusCode()).isEqualTo(404);
        Visitor leader = Visitor.as(SERVER, "leader", "210300000000");
        assertThat(leader.get("/briefings").body()).contains("疫情防控晨报").doesNotContain("甲", "乙");
        assertThat(leader.get(sheet.address("arrived", null)).body()).doesNotContain("href=\"/subjects/");
        Visitor district = Visitor.as(SERVER, "district-headquarters", "210302000000");
        assertThat(district.get("/briefings/" + sheet.briefing().id()).statusCode())
                .as("the city's briefing is not the district's")
                .isEqualTo(404);
        assertThat(district.get("/briefings").body()).contains("铁东区").doesNotContain("铁西区");
    }

    @Test
    @Order(4)
    void itIsTakenAsWordAndAsText() throws IOException {
        BriefingSheet sheet = frozen();
        HttpResponse<String> text = SERVER.get("/briefings/" + sheet.briefing().id() + "/text");
        assertThat(text.body()).contains("超期任务：" + value(sheet, "late"), "铁东区", "集中隔离空余房间：不知道");
        try (java.io.InputStream in = new ByteArrayInputStream(
                        bytes("/briefings/" + sheet.briefing().id() + "/word"));
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("疫情防控晨报", "超期任务", "漏检", Long.toString(value(sheet, "late")));
            assertThat(document.getDocument()
                            .getBody()
                            .getSectPr()
                            .getPgSz()
                            .getW()
                            .toString())
                    .isEqualTo("11906");
        }
    }

    @Test
    @Order(5)
    void aLateFactIsACorrectionAndTheFigureStays() throws InterruptedException {
        BriefingSheet sheet = frozen();
        long late = value(sheet, "late");
        long missed = value(sheet, "missed-tests");
        assertThat(missed).isPositive();
        for (String person : List.of("甲", "丁")) {
            record(
                    person,
                    "test",
                    "210302000000",
                    Map.of(
                            "sampledAt", "2020-07-26T15:45+08:00",
                            "reportedAt", "2020-07-26T20:00+08:00",
                            "result", "negative",
                            "owner", "self",
                            "kind", "nucleic-acid"));
        }
        settle();
        Instant now = SERVER.bean(Clock.class).instant();
        assertThat(check(sheet, now)).isPositive();
        assertThat(check(sheet, now)).as("said once").isZero();
        BriefingSheet after = frozen();
        assertThat(value(after, "late")).isEqualTo(late);
        assertThat(row(after, "missed-tests").corrected()).isEqualTo(missed - 1);
        assertThat(row(after, "tested").corrected()).isEqualTo(1);
        FigureCorrection tested = after.corrections().stream()
                .filter(each -> each.key().equals("tested") && each.place() == null)
                .findFirst()
                .orElseThrow();
        assertThat(tested.oldValue()).isZero();
        assertThat(tested.newValue()).isEqualTo(1);
        assertThat(tested.added()).isEqualTo(1);
        assertThat(tested.gone()).isZero();
        String page = SERVER.get("/briefings/" + sheet.briefing().id()).body();
        assertThat(page).contains("更正", "0 → 1");
        requireLength(after, row(after, "late").figure());
    }

    @Test
    @Order(6)
    void whatWasTakenBackIsACorrectionToo() throws InterruptedException {
        BriefingSheet sheet = frozen();
        record("丙", "arrival", "210302000000", arrival("210302000000"));
        settle();
        Instant now = SERVER.bean(Clock.class).instant();
        check(sheet, now);
        assertThat(row(frozen(), "arrived").corrected()).isEqualTo(3);
        SERVER.bean(Facts.class)
                .append(
                        List.of(raw("丙", "retraction", null, Map.of("reason", "typo"), "丙/arrival")),
                        SERVER.bean(Rules.class).reader(),
                        now)
                .forEach(answer -> assertThat(answer).isInstanceOf(Append.Recorded.class));
        settle();
        check(sheet, now);
        assertThat(row(frozen(), "arrived").corrected()).isEqualTo(2);
        assertThat(row(frozen(), "arrived").figure().value()).isEqualTo(2);
    }

    @Test
    @Order(7)
    void theNextDayComparesWithWhatIsKnownOfTheDayBefore() throws InterruptedException {
        SERVER.bean(TimeMachine.class).moveTo(Instant.parse("2020-07-27T23:31:00Z"));
        BriefingSheet next = await(DAY.plusDays(1));
        assertThat(row(next, "tested").figure().before())
                .as("the corrected one")
                .isEqualTo(1);
        assertThat(row(next, "arrived").figure().change()).isEqualTo(-2);
    }

    @Test
    void aWrongDefinitionSaysWhere() {
        String good =
                "at: \"07:30\"\ntitle: {zh: 晨报, en: Briefing}\nsections:\n  - {zh: 甲, en: A, figures: [{key: a, zh: 甲, en: A, query: late-duties}]}";
        assertThat(DefinitionReader.read(good).lines()).hasSize(1);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(good.replace("07:30", "soon"), "must be a time");
        wrong.put(good.replace("key: a,", "key: A,"), "must have small letters");
        wrong.put(good.replace("query:", "ask:"), "is no key of a figure");
        wrong.put(good.replace("{zh: 晨报, en: Briefing}", "晨报"), "must consist of");
        wrong.put(good.replace("en: Briefing", "xx: Briefing"), "is required");
        wrong.put(good.replace("late-duties}", "late-duties, live: http://x}"), "must be an address of this site");
        wrong.put(good.replace("sections:", "sections: [}"), "is not YAML");
        wrong.forEach((text, rule) -> assertThatThrownBy(() -> DefinitionReader.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule));
        assertThatThrownBy(() ->
                        SERVER.bean(Figures.class).require(DefinitionReader.read(good.replace("late-duties", "guess"))))
                .hasMessageContaining("must be one of");
    }

    private static int check(BriefingSheet sheet, Instant now) {
        return SERVER.bean(Checking.class).check(List.of(sheet.briefing()), now);
    }

    private static long value(BriefingSheet sheet, String key) {
        Long value = row(sheet, key).figure().value();
        return value == null ? -1 : value;
    }

    private static BriefingSheet.Row row(BriefingSheet sheet, String key) {
        return sheet.parts().stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.line().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(8)
    void everyMissedMorningIsMadeUpAndTheCourseIsDrawnFromThem() throws InterruptedException {
        settle();
        SERVER.bean(TimeMachine.class).moveTo(Instant.parse("2020-07-31T00:00:00Z"));
        await(DAY.plusDays(4));
        assertThat(SERVER.bean(Briefings.class).latest(500).stream()
                        .filter(each -> each.division().equals(CITY))
                        .map(Briefing::day))
                .contains(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3), DAY.plusDays(4));
        BriefingSheet last = await(DAY.plusDays(4));
        assertThat(last.briefing().cutOff()).isEqualTo(Instant.parse("2020-07-30T23:30:00Z"));
        List<FigureOfDay> course = SERVER.bean(Briefings.class).history(last.briefing(), "late", 14);
        assertThat(course)
                .extracting(FigureOfDay::day)
                .endsWith(DAY.plusDays(3), DAY.plusDays(4))
                .isSorted()
                .doesNotHaveDuplicates();
        String page = SERVER.get("/briefings").body();
        assertThat(page).contains("超期任务在减少吗？");
        FigureOfDay day = course.getLast();
        assertThat(page).contains("/briefings/" + day.briefing() + "/figures/late");
        assertThat(SERVER.get("/briefings/" + day.briefing() + "/figures/late")
                        .body()
                        .split("data-item=", -1))
                .hasSize((int) (long) java.util.Objects.requireNonNull(day.value()) + 1);
    }

    private static BriefingSheet frozen() {
        try {
            return await(DAY);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BriefingSheet await(LocalDate day) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            var found = SERVER.bean(Briefings.class).latest(100).stream()
                    .filter(each -> each.division().equals(CITY) && each.day().equals(day))
                    .findFirst();
            if (found.isPresent()) {
                return SERVER.bean(Briefings.class).sheet(found.get().id()).orElseThrow();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no briefing of " + day);
    }

    private static void settle() throws InterruptedException {
        for (int i = 0;
                SERVER.bean(Duties.class)
                                .lag(SERVER.bean(Clock.class).instant())
                                .marks()
                        > 0;
                i++) {
            assertThat(i).isLessThan(400);
            Thread.sleep(25);
        }
    }

    private static Map<String, Object> arrival(String destination) {
        return Map.of(
                "arrivedAt", "2020-07-26T15:30+08:00",
                "origin", "210202000000",
                "originRisk", "low",
                "destination", destination,
                "registeredAt", "2020-07-26T16:00+08:00");
    }

    private static Map<String, Object> arrivedBefore() {
        return Map.of(
                "arrivedAt", "2020-07-25T15:30+08:00",
                "origin", "210202000000",
                "originRisk", "low",
                "destination", "210302000000",
                "registeredAt", "2020-07-25T16:00+08:00");
    }

    private static void record(String person, String kind, String division, Map<String, ?> payload) {
        SERVER.bean(Facts.class)
                .append(
                        List.of(raw(person, kind, division, payload, null)),
                        SERVER.bean(Rules.class).reader(),
                        SERVER.bean(Clock.class).instant())
                .forEach(answer -> assertThat(answer).isInstanceOf(Append.Recorded.class));
    }

    private static RawFact raw(
            String person, String kind, @Nullable String division, Map<String, ?> payload, @Nullable String corrects) {
        return new RawFact(
                "briefing-test",
                person + "/" + kind,
                kind,
                1,
                null,
                null,
                0,
                0,
                corrects,
                List.of(new FactSubject("person", new SubjectId("person", person))),
                division,
                Map.copyOf(payload));
    }

    private static byte[] bytes(String path) throws IOException {
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(SERVER.request(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
