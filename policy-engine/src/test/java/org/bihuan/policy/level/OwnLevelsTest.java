package org.bihuan.policy.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.level.DeclaredResponses.Declared;
import org.bihuan.policy.level.FlaggedSources.Flagged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Response levels and flagged sources, step by step in time, against a twin that looks at one minute after the other. */
class OwnLevelsTest {
    private static final Instant START = Instant.parse("2020-05-01T00:00:00Z");
    private static final List<String> PLACES = List.of(
            "370000000000",
            "370100000000",
            "370102000000",
            "370102001000",
            "370102001001",
            "370104000000",
            "410184000000");

    private static Instant minute(int number) {
        return START.plusSeconds(60L * number);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void historiesSayWhatTheTwinFindsAtEveryMinute(long byDefault) {
        long seed = Long.getLong("bihuan.seed", byDefault);
        System.out.println("own levels: replay with -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        int told = 0;
        for (int round = 0; round < 60; round++) {
            List<Declared> responses = new ArrayList<>();
            List<Flagged> sources = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                responses.add(new Declared(
                        place(random), List.of("I", "II", "III").get(random.nextInt(3)), minute(random.nextInt(20))));
                int from = random.nextInt(20);
                sources.add(new Flagged(
                        random.nextBoolean() ? "factory" : "market",
                        random.nextInt(3) == 0 ? "plant" : null,
                        place(random),
                        random.nextInt(4) == 0,
                        minute(from),
                        random.nextBoolean() ? null : minute(from + 1 + random.nextInt(5))));
            }
            OwnLevels own = new OwnLevels(new DeclaredResponses(responses), new FlaggedSources(sources));
            for (String name : PLACES) {
                DivisionCode asked = DivisionCode.of(name);
                for (int at = -1; at < 26; at++) {
                    String expected = response(responses, asked, minute(at));
                    assertThat(level(own, "response-level", asked, minute(at)))
                            .as("seed %s round %s: %s at %s by %s", seed, round, asked, at, responses)
                            .isEqualTo(expected);
                    for (String word : List.of("", "/factory", "/market", "/plant", "/nobody")) {
                        assertThat(level(own, "flagged-source" + word, asked, minute(at)))
                                .as("seed %s round %s: %s%s at %s by %s", seed, round, asked, word, at, sources)
                                .isEqualTo(flagged(sources, word, asked, minute(at)));
                    }
                    told += expected == null ? 0 : 1;
                }
            }
        }
        assertThat(told).as("levels were told").isPositive();
    }

    private static DivisionCode place(Random random) {
        return DivisionCode.of(PLACES.get(random.nextInt(PLACES.size())));
    }

    private static @Nullable String level(OwnLevels own, String series, DivisionCode place, Instant at) {
        LevelHistory history = own.find(series, place);
        LevelHistory.Step step = history == null ? null : history.at(at);
        return step == null ? null : step.level();
    }

    /** Walks up from the place; the first region that has said something by then, and what it said last. */
    private static @Nullable String response(List<Declared> all, DivisionCode place, Instant at) {
        for (DivisionCode region : place.selfAndAncestors()) {
            Instant latest = Instant.MIN;
            String level = null;
            for (Declared each : all) {
                if (each.region().equals(region)
                        && !each.from().isAfter(at)
                        && !each.from().isBefore(latest)) {
                    latest = each.from();
                    level = each.level();
                }
            }
            if (level != null) {
                return level;
            }
        }
        return null;
    }

    private static @Nullable String flagged(List<Flagged> all, String word, DivisionCode place, Instant at) {
        boolean isNear = false;
        for (Flagged each : all) {
            boolean isMeant = word.isEmpty() || word.equals("/" + each.kind()) || word.equals("/" + each.code());
            Instant to = each.to();
            if (!isMeant || at.isBefore(each.from()) || to != null && !at.isBefore(to)) {
                continue;
            }
            boolean isIn = place.selfAndAncestors().contains(each.place());
            if (isIn && !each.isPart()) {
                return "flagged";
            }
            isNear |= isIn || each.place().selfAndAncestors().contains(place);
        }
        return isNear ? null : "clear";
    }

    @Test
    void whereNobodyHasSaidAnythingEveryEditionSaysTheSame() {
        DivisionCode place = DivisionCode.of(PLACES.getFirst());
        KnownLevels lists =
                new WrittenLists(List.of(new WrittenLists.Written("national", "s", START, "low", List.of()))).known();
        assertThat(lists.edition()).isEqualTo(1);
        for (String series : List.of("response-level", "flagged-source", "flagged-source/market", "national-else")) {
            assertThat(KnownLevels.NONE.history(series, place)).isEqualTo(lists.history(series, place));
        }
        assertThat(KnownLevels.NONE.history("response-level", place)).isEqualTo(LevelHistory.NONE);
        assertThat(KnownLevels.NONE.history("flagged-source", place).at(START))
                .isEqualTo(new LevelHistory.Step(Instant.MIN, "flagged-source", "clear"));
    }
}
