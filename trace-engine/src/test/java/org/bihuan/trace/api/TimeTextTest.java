package org.bihuan.trace.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.bihuan.trace.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static int parse(String text) {
        byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        return TimeText.parse(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-18T12:40:00Z, 2021-12-18T12:40:00Z",
        "2021-12-18T12:40:59Z, 2021-12-18T12:40:00Z",
        "2021-12-18T12:40:59.999999999Z, 2021-12-18T12:40:00Z",
        "2021-12-18T20:40+08:00, 2021-12-18T12:40:00Z",
        "2021-12-18T20:40+0800, 2021-12-18T12:40:00Z",
        "2021-12-18T20:40+08, 2021-12-18T12:40:00Z",
        "2021-12-18t20:40:00z, 2021-12-18T20:40:00Z",
        "2021-12-18 20:40:00-01:30, 2021-12-18T22:10:00Z",
        "2024-02-29T00:00Z, 2024-02-29T00:00:00Z",
        "1970-01-01T00:00Z, 1970-01-01T00:00:00Z",
        "2199-12-31T23:59Z, 2199-12-31T23:59:00Z",
        "0, 1970-01-01T00:00:00Z",
        "27330520, 2021-12-18T12:40:00Z"
    })
    void readsAndFloors(String text, String minute) {
        assertThat(EpochMinute.toText(parse(text))).isEqualTo(minute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-12-18T12:40", "2021-12-18T12:40:00", "2021-12-18 12:40:00.5"})
    void aTimeWithoutZoneIsToldApart(String text) {
        assertThat(parse(text)).isEqualTo(TimeText.WITHOUT_ZONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "2021-12-18",
                "2021-13-18T12:40Z",
                "2021-02-29T12:40Z",
                "1900-02-29T12:40Z",
                "2021-12-18T24:00Z",
                "2021-12-18T12:60Z",
                "2021-12-18T12:40:60Z",
                "2021-12-18T12:40:0Z",
                "2021-12-18T12:40:00.Z",
                "2021-12-18T12:40ZZ",
                "2021-12-18T12:40+8",
                "2021-12-18T12:40+19:00",
                "2021-12-18T12:40+08:60",
                "2021-12-18T12:40+08-00",
                "2021-12-18T12:40[Asia/Shanghai]",
                "1.5",
                "１２３",
                "12 ",
                "2021-12-18T1:40Z",
                "18/12/2021 12:40"
            })
    void anythingElseIsUnreadable(String text) {
        assertThat(parse(text)).isEqualTo(TimeText.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1639831200",
                "1639831200000",
                "99999999999999999999999",
                "-1",
                "1969-12-31T23:59Z",
                "2200-01-01T00:00Z",
                "1970-01-01T00:00+08:00",
                "120968640"
            })
    void secondsAndOtherCenturiesAreOutOfRange(String text) {
        assertThat(parse(text)).isEqualTo(TimeText.OUT_OF_RANGE);
    }

    @Test
    void agreesWithTheLibraryOnEveryOffset() {
        Seeds.forEach(20_000, random -> {
            long second = random.nextLong(86_400, EpochMinute.LIMIT * 60L - 86_400);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60);
            OffsetDateTime time = Instant.ofEpochSecond(second).atOffset(offset);
            assertThat(parse(time.toString())).isEqualTo(EpochMinute.floor(time.toInstant()));
            assertThat(parse(String.format(Locale.ROOT, "%d", second / 60))).isEqualTo((int) (second / 60));
        });
    }

    @Test
    void theErrorNamesValueAndRule() {
        assertThatThrownBy(() -> EpochMinute.parse("2021-12-18T12:40"))
                .hasMessage("time '2021-12-18T12:40' has no zone: end it with Z or an offset such as +08:00");
    }
}
