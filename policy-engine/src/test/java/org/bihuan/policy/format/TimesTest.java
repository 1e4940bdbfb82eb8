package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.bihuan.proof.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Times in texts. */
final class TimesTest {
    @Test
    void A01_secondsMayBeLeftOutAndTheOffsetMayNot() {
        Instant time = Instant.parse("2020-07-20T07:30:00Z");
        for (String text : List.of(
                "2020-07-20T15:30+08:00",
                "2020-07-20T15:30:00+08:00",
                "2020-07-20T07:30Z",
                "2020-07-20T07:30:00Z",
                "2020-07-20T07:30:00.000Z",
                "2020-07-20T02:00-05:30")) {
            assertThat(Times.parse(text)).as(text).isEqualTo(time);
        }
        for (String text : List.of(
                "2020-07-20T15:30",
                "2020-07-20T15:30:00",
                "2020-07-20 15:30+08:00",
                "2020-07-20",
                "2020-07-32T15:30Z",
                "2020-02-30T15:30Z",
                "2020-07-20T24:00Z",
                "2020-07-20T15:60Z",
                "2020-07-20T15:30:61Z",
                "2020-07-20T15:30+19:00",
                "1899-12-31T15:30Z",
                "2201-01-01T15:30Z",
                "+12020-07-20T15:30Z",
                "２０２０-07-20T15:30Z",
                "",
                "Z")) {
            assertThat(Times.parse(text)).as(text).isNull();
        }
    }

    @Test
    void B01_theQuickPathAgreesWithTheLibrary() {
        SplittableRandom random = Seed.random("times");
        int read = 0;
        for (int round = 0; round < Seed.rounds(200_000); round++) {
            String text = text(random);
            Instant expected = slow(text);
            assertThat(Times.parse(text)).as(text).isEqualTo(expected);
            read += expected == null ? 0 : 1;
        }
        assertThat(read).isGreaterThan(Seed.rounds(50_000));
    }

    private static @Nullable Instant slow(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getYear() < 1900 || time.getYear() > 2200 ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time that may be right, with a mistake here and there. */
    private static String text(SplittableRandom random) {
        String second = random.nextInt(3) == 0 ? "" : two(":", random, 61);
        String fraction = second.isEmpty() || random.nextInt(8) != 0 ? "" : "." + random.nextInt(1000);
        String zone = random.nextInt(3) == 0
                ? "Z"
                : (random.nextBoolean() ? "+" : "-")
                        + two("", random, 19)
                        + two(":", random, 60)
                        + (random.nextInt(20) == 0 ? ":00" : "");
        StringBuilder text = new StringBuilder(random.nextInt(1890, 2210) + two("-", random, 13) + two("-", random, 32)
                + "T" + two("", random, 25) + two(":", random, 61) + second + fraction + zone);
        if (random.nextInt(5) == 0) {
            String odd = "0123456789-+:TZtz .x٣";
            text.setCharAt(random.nextInt(text.length()), odd.charAt(random.nextInt(odd.length())));
        }
        if (random.nextInt(15) == 0) {
            text.deleteCharAt(random.nextInt(text.length()));
        }
        return text.toString();
    }

    private static String two(String before, SplittableRandom random, int bound) {
        return before + String.format(Locale.ROOT, "%02d", random.nextInt(bound));
    }
}
