package org.bihuan.app.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments are read as {@link Instant#parse} reads them. */
class InstantTextTest {
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(20);
        int[] parts = {1_000_000_000, 1_000_000, 1_000, 1};
        for (int i = 0; i < 20_000; i++) {
            int part = parts[i % parts.length];
            Instant moment = Instant.ofEpochSecond(
                    random.nextLong(FIRST, LAST), (long) random.nextInt(1_000_000_000 / part) * part);
            assertThat(InstantText.parse(moment.toString())).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-29T00:00:00Z",
                "2020-07-26T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2020-07-26T01:02:03.5Z",
                "2020-07-26T01:02:03.12345Z",
                "2020-07-26T01:02:03+08:00",
                "2020-07-26T01:02:03.Z",
                "-0001-01-01T00:00:00Z",
                "+12020-01-01T00:00:00Z"
            })
    void whatIsWrittenOtherwiseMeansTheSame(String text) {
        assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2021-02-29T00:00:00Z",
                "2020-13-01T00:00:00Z",
                "2020-00-01T00:00:00Z",
                "2020-04-31T00:00:00Z",
                "2020-01-00T00:00:00Z",
                "2020-01-01T25:00:00Z",
                "2020-01-01T00:60:00Z",
                "2020-01-01T00:00:61Z",
                "2020-01-01T00:00Z",
                "2020-01-01T00:00:00,5Z",
                "2020-01-01T00:00:00.1x3Z",
                "2020-01-01T00:00:00.1234567890Z",
                "2020-01-01 00:00:00Z"
            })
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
