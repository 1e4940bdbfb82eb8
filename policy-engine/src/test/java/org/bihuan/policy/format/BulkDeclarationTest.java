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
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|is required: which of these facts do rules see?",
                "[{field: temperature}]|a number is compared by at-least and at-most, a choice by among its words",
                "[{field: temperature, among: [ear]}]|a number is compared by at-least and at-most, a choice by among its words",
                "[{field: method, at-least: 1}]|a number is compared by at-least and at-most, a choice by among its words",
                "[{field: method, among: [nose]}]|a number is compared by at-least and at-most, a choice by among its words",
                "[{field: colour, at-least: 1}]|no such field of this kind",
                "[{field: temperature, at-least: warm}]|must be a number"
            })
    void aConditionThatMakesNoSenseIsRefused(String decisive, String rule) {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> catalogue(decisive))
                .withMessageContaining("kinds.reading.bulk")
                .withMessageContaining(rule);
    }

    @Test
    void thereIsOneNarrowTableForAllSoThatItsColumnsAreCounted() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> FactCatalogue.read(Yaml.read("facts.yaml", """
                        format: 1
                        kinds:
                          reading:
                            zh: 读数
                            en: Reading
                            schema: 1
                            subjects: [person]
                            bulk:
                              decisive: [{field: n1, at-least: 1}]
                            fields:
                              n1: {type: number, zh: 一, en: One}
                              n2: {type: number, zh: 二, en: Two}
                              n3: {type: number, zh: 三, en: Three}
                              n4: {type: number, zh: 四, en: Four}
                              n5: {type: number, zh: 五, en: Five}
                        machine: {}
                        """)))
                .withMessageContaining("a bulk kind has at most 4 fields of type NUMBER, this has 5");
    }

    @Test
    void personalFieldsDoNotLieInColumnsThatAreNotSealed() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> FactCatalogue.read(Yaml.read("facts.yaml", """
                        format: 1
                        kinds:
                          reading:
                            zh: 读数
                            en: Reading
                            schema: 1
                            subjects: [person]
                            bulk:
                              decisive: [{field: temperature, at-least: 37.3}]
                            fields:
                              temperature: {type: number, zh: 体温, en: Temperature}
                              name: {type: text, personal: true, zh: 姓名, en: Name}
                        machine: {}
                        """)))
                .withMessageContaining("a bulk kind has no personal fields: its columns are not sealed");
    }

    @Test
    void aPersonalFieldIsAText() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> FactCatalogue.read(Yaml.read("facts.yaml", """
                        format: 1
                        kinds:
                          note:
                            zh: 记录
                            en: Note
                            schema: 1
                            subjects: [person]
                            fields:
                              weight: {type: number, personal: true, zh: 体重, en: Weight}
                        machine: {}
                        """)))
                .withMessageContaining("a personal field is a text: rules read the other types");
    }

    @Test
    void onlyAPersonalFieldHasAForm() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> FactCatalogue.read(Yaml.read("facts.yaml", """
                        format: 1
                        kinds:
                          note:
                            zh: 记录
                            en: Note
                            schema: 1
                            subjects: [person]
                            fields:
                              remark: {type: text, form: phone, zh: 备注, en: Remark}
                        machine: {}
                        """)))
                .withMessageContaining("only a personal field has a form");
    }
}
