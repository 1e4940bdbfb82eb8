package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.TestFacts;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a statement without a date comes to: never anything that depends on when it arrives here. */
final class FactReaderTest {
    private static final Instant NOON = Instant.parse("2020-07-27T04:00:00Z");

    private final FactReader reader = new FactReader(catalogue(), division -> true);

    private static FactCatalogue catalogue() {
        Map<String, FactCatalogue.Kind> kinds = new HashMap<>();
        ShippedPacks.all().forEach(pack -> kinds.putAll(pack.catalogue().kinds()));
        return new FactCatalogue(kinds);
    }

    private static RawFact raw(
            String key, String kind, @Nullable String stated, @Nullable String corrects, Map<String, Object> payload) {
        return new RawFact(
                "test",
                key,
                kind,
                1,
                null,
                stated,
                0,
                0,
                corrects,
                List.of(new FactSubject("person", TestFacts.PERSON)),
                null,
                payload);
    }

    private Fact read(RawFact raw, Instant now) {
        return Objects.requireNonNull(reader.read(raw, now).fact());
    }

    @Test
    void anUndatedRetractionTakesBackWhateverWasSaidAndWheneverItArrives() {
        Fact original = read(raw("a", "arrival", null, null, Map.of("arrivedAt", "2020-07-20T10:00+08:00")), NOON);
        Fact correction = read(
                raw("b", "arrival", "2020-07-26T10:00+08:00", "a", Map.of("arrivedAt", "2020-07-21T10:00+08:00")),
                NOON);
        for (Instant arrives : List.of(NOON.minusSeconds(86_400), NOON.plusSeconds(86_400))) {
            Fact retraction = read(raw("r", "retraction", null, "a", Map.of()), arrives);
            assertThat(Corrections.standing(List.of(original, correction, retraction)))
                    .isEmpty();
        }
    }

    @Test
    void aStatementWithoutAnyDateGivesWayWheneverItArrives() {
        Fact early = read(raw("a", "arrival", null, null, Map.of("code", "red")), NOON);
        Fact late = read(raw("a", "arrival", null, null, Map.of("code", "red")), NOON.plusSeconds(60));
        assertThat(early.statedAt()).isEqualTo(late.statedAt()).isBefore(NOON);
        assertThat(early.isDated()).isFalse();
    }

    @Test
    void whatIsSaidOfADutyNeedsItsOwnTime() {
        FactReader.Result result =
                reader.read(raw("w", "duty-waiver", null, null, Map.of("duty", "x", "by", "y", "reason", "z")), NOON);
        assertThat(result.fact()).isNull();
        assertThat(result.errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("waivedAt", "field.required"));
    }

    @Test
    void nobodyHasSpokenInTheFuture() {
        FactReader.Result result = reader.read(
                raw("a", "arrival", "2099-01-01T00:00Z", null, Map.of("arrivedAt", "2020-07-20T10:00+08:00")), NOON);
        assertThat(result.errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("statedAt", "field.ahead"));
    }
}
