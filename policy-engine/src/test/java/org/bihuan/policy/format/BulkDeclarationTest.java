package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkDeclarationTest {
    private static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z");

    private static FactCatalogue catalogue(String decisive) {
        return FactCatalogue.read(Yaml.read("facts.yaml", """
                format: 1
                kinds:
                  reading:
                    zh: 读数
                    en: Reading
                    schema: 1
                    subjects: [person]
                    bulk:
                      decisive: %s
                    fields:
                      temperature: {type: number, zh: 体温, en: Temperature}
                      method: {type: choice, of: [ear, armpit], zh: 方式, en: Method}
                machine: {}
                """.formatted(decisive)));
    }

    private static FactReader.Result read(FactCatalogue catalogue, Map<String, Object> payload) {
        SubjectId person = new SubjectId("person", "p");
        RawFact raw = new RawFact(
                "s",
                "k",
                "reading",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                null,
                payload);
        return new FactReader(catalogue, division -> true).read(raw, NOW);
    }

    @ParameterizedTest
    @CsvSource({"37.2,false", "37.3,true", "37.30,true", "40,true", "35,true", "35.01,false"})
    void aNumberIsDecisiveFromALimitOn(String temperature, boolean decisive) {
        FactCatalogue catalogue =
                catalogue("[{field: temperature, at-least: 37.3}, {field: temperature, at-most: 35}]");
        Fact fact = read(catalogue, Map.of("temperature", temperature)).fact();
        Fact seen = new FactReader(catalogue, division -> true).seen(java.util.Objects.requireNonNull(fact));
        assertThat(seen.kind()).isEqualTo(decisive ? "reading" : Fact.SILENT);
        assertThat(seen.fields().isEmpty()).isEqualTo(!decisive);
    }

    @Test
    void aFieldThatIsUnknownDecidesNothingAndAChoiceDoesByItsWords() {
        FactCatalogue.Kind kind =
                catalogue("[{field: method, among: [ear]}]").find("reading").orElseThrow();
        assertThat(kind.isSeen(Map.of())).isFalse();
        assertThat(kind.isSeen(Map.of("method", new org.bihuan.policy.fact.FieldValue.Text("ear"))))
                .isTrue();
        assertThat(kind.isSeen(Map.of("method", new org.bihuan.policy.fact.FieldValue.Text("armpit"))))
                .isFalse();
    }

    @Test
    void onlyDeclaredFieldsAndShortOnes() {
        FactCatalogue catalogue = catalogue("[{field: temperature, at-least: 37.3}]");
        assertThat(read(catalogue, Map.of("colour", "red")).errors())
                .extracting(FieldError::code)
                .containsExactly("fact.bulk-field");
        assertThat(read(catalogue, Map.of("temperature", "36.6", "method", "ear"))
                        .errors())
                .isEmpty();
    }

    @Test
    void anotherConditionIsAnotherDeclarationAndAnotherWritingIsNot() {
        UUID one = declaration("[{field: temperature, at-least: 37.3}, {field: method, among: [ear, armpit]}]");
        assertThat(declaration("[{field: method, among: [armpit, ear]}, {at-least: 37.30, field: temperature}]"))
                .isEqualTo(one);
        assertThat(declaration("[{field: temperature, at-least: 37.4}, {field: method, among: [ear, armpit]}]"))
                .isNotEqualTo(one);
    }

    private static UUID declaration(String decisive) {
        return catalogue(decisive).find("reading").orElseThrow().declaration();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{field: temperature}]",
                "[{field: temperature, among: [ear]}]",
                "[{field: method, at-least: 1}]",
                "[{field: method, among: [nose]}]",
                "[{field: colour, at-least: 1}]",
                "[{field: temperature, at-least: warm}]"
            })
    void aConditionThatMakesNoSenseIsRefused(String decisive) {
        assertThatExceptionOfType(PackFormatException.class).isThrownBy(() -> catalogue(decisive));
    }
}
