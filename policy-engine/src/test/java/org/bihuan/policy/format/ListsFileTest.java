package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.level.LevelHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Risk lists in a file of their own. */
class ListsFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("lists.yaml"), text);
    }

    @Test
    void theNearestListedPlaceCounts() throws IOException {
        KnownLevels levels = ListsReader.ofFile(file("""
                format: 1
                lists:
                  - {series: national, scheme: s, from: "2020-07-10T00:00Z", otherwise: low, places: {high: ["210211013000"], medium: ["210200000000"]}}
                  - {series: national, scheme: s, from: "2020-07-12T00:00Z", otherwise: low, places: {medium: ["110106000000"]}}
                """)).known();
        assertThat(levels.edition()).isEqualTo(1);
        assertThat(level(levels, "210202000000", "2020-07-11T00:00:00Z")).isEqualTo("medium");
        assertThat(level(levels, "210211013000", "2020-07-11T00:00:00Z")).isEqualTo("high");
        assertThat(level(levels, "210211013001", "2020-07-11T00:00:00Z"))
                .as("lies in the street")
                .isEqualTo("high");
        assertThat(level(levels, "210211000000", "2020-07-11T00:00:00Z"))
                .as("a street of it is stricter, so nobody can tell")
                .isNull();
        assertThat(level(levels, "210202000000", "2020-07-12T00:00:00Z")).isEqualTo("low");
        assertThat(levels.history("national", DivisionCode.of("210202000000"))
                        .at(Instant.parse("2020-07-09T23:59:59Z")))
                .as("no list yet")
                .isNull();
        assertThat(levels.history("other", DivisionCode.of("210202000000"))).isEqualTo(LevelHistory.NONE);
    }

    private static @Nullable String level(KnownLevels levels, String place, String at) {
        return Objects.requireNonNull(
                        levels.history("national", DivisionCode.of(place)).at(Instant.parse(at)))
                .level();
    }

    @Test
    void whatIsNoSuchFileIsRefused() throws IOException {
        refused(folder.resolve("missing"), "cannot be read");
        refused(file("format: 2\nlists: []"), "must be 1, got 2");
        refused(file("list: []"), "unknown key [list]");
        refused(file("lists: [{series: a, scheme: s, from: yesterday, otherwise: low}]"), "must be a time in ISO 8601");
        refused(
                file(
                        "lists: [{series: flagged-source/market, scheme: s, from: \"2020-07-10T00:00Z\", otherwise: low}]"),
                "stands for what a city says itself: write it under responses or sources");
        refused(file("sources: [{kind: market, from: \"2020-07-10T00:00Z\"}]"), "must name where the source lies");
        refused(
                file(
                        "sources: [{kind: market, places: [\"110106000000\"], from: \"2020-07-10T00:00Z\", to: \"2020-07-10T00:00Z\"}]"),
                "must come after from");
        refused(
                file(
                        "lists: [{series: a, scheme: s, from: \"2020-07-10T00:00Z\", otherwise: low, places: {high: [\"21\"]}}]"),
                "must be a 12-digit division code, got 21");
    }

    private static void refused(Path file, String rule) {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> ListsReader.ofFile(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(rule);
    }
}
