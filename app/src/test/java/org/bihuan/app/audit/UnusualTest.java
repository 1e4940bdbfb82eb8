package org.bihuan.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as unusual reading, at and beside each threshold. */
class UnusualTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AuditSettings SETTINGS =
            new AuditSettings(null, Duration.ofMinutes(10), 100, 20, LocalTime.of(22, 0), LocalTime.of(6, 0), 5, null);
    private static final DivisionCode CITY = DivisionCode.of("210300000000");
    private static final DivisionCode DISTRICT = DivisionCode.of("210302000000");
    private static final DivisionCode STREET = DivisionCode.of("210302001000");
    private static final DivisionCode OTHER = DivisionCode.of("210303001000");

    @Test
    void theirOwnDataAndThoseOfTheirHouseholdAreOdd() {
        Reader reader = new Reader("li", List.of(), Set.of("person:li"), Set.of("H1"));
        assertThat(Unusual.atOnce(reader, List.of(Looked.at("person:li")))).containsExactly(Oddity.OWN);
        assertThat(Unusual.atOnce(reader, List.of(new Looked("person:wife", Set.of(), "H1"))))
                .containsExactly(Oddity.OWN);
        assertThat(Unusual.atOnce(reader, List.of(new Looked("person:x", Set.of(), "H2"), Looked.at("person:y"))))
                .isEmpty();
    }

    @Test
    void aSubjectThatNoneOfTheirDivisionsAnswersForIsOdd() {
        Reader street = new Reader("li", List.of(STREET), Set.of(), Set.of());
        Reader district = new Reader("li", List.of(DISTRICT, CITY.atLevel(2)), Set.of(), Set.of());
        assertThat(Unusual.atOnce(street, List.of(lives(STREET)))).isEmpty();
        assertThat(Unusual.atOnce(street, List.of(lives(OTHER)))).containsExactly(Oddity.OUTSIDE);
        assertThat(Unusual.atOnce(street, List.of(lives(OTHER, STREET))))
                .as("arrived here, lives there")
                .isEmpty();
        assertThat(Unusual.atOnce(street, List.of(Looked.at("person:x"))))
                .as("not known is not outside")
                .isEmpty();
        assertThat(Unusual.atOnce(district, List.of(lives(OTHER)))).isEmpty();
        assertThat(Unusual.atOnce(Reader.named("li"), List.of(lives(OTHER)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 20, ''", "21, 21, BULK", "1, 100, ''", "1, 101, MANY", "21, 101, BULK MANY"})
    void manyAreOdd(int subjects, long inWindow, String odd) {
        assertThat(odd("2020-07-26T12:00:00+08:00", subjects, inWindow)).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource({"21:59:59, 6, ''", "22:00:00, 6, NIGHT", "22:00:00, 5, ''", "05:59:59, 6, NIGHT", "06:00:00, 6, ''"})
    void atNightFewerAreOdd(String time, long inWindow, String odd) {
        assertThat(odd("2020-07-26T" + time + "+08:00", 1, inWindow)).isEqualTo(odd);
    }

    private static String odd(String at, int subjects, long inWindow) {
        AuditEntry entry = new AuditEntry(
                1,
                java.time.OffsetDateTime.parse(at).toInstant(),
                "li",
                "visit",
                Action.VIEW,
                IntStream.range(0, subjects).mapToObj(i -> "person:" + i).toList(),
                List.of(),
                "");
        return String.join(
                " ",
                Unusual.of(entry, inWindow, SETTINGS, ZONE).stream()
                        .map(Enum::name)
                        .toList());
    }

    private static Looked lives(DivisionCode... where) {
        return new Looked("person:x", Set.of(where), null);
    }

    @Test
    void aNightThatDoesNotPassMidnightIsANightToo() {
        AuditSettings early = new AuditSettings(
                null, Duration.ofMinutes(10), 100, 20, LocalTime.of(0, 0), LocalTime.of(5, 0), 5, null);
        assertThat(early.isNight(Instant.parse("2020-07-25T16:00:00Z"), ZONE)).isTrue();
        assertThat(early.isNight(Instant.parse("2020-07-25T15:59:59Z"), ZONE)).isFalse();
        assertThat(early.isNight(Instant.parse("2020-07-25T21:00:00Z"), ZONE)).isFalse();
    }
}
