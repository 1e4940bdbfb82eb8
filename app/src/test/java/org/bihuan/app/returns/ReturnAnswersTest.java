package org.bihuan.app.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.bihuan.app.site.Refused;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A zero is said, a missing return is none, and a form is data. */
class ReturnAnswersTest {
    private static final String YAML = """
            id: daily
            zh: 每日报告
            en: Daily return
            due: "16:00"
            kinds: [学校]
            until: 2020-08-31
            fields:
              - {id: ill, zh: 发热, en: Fever, type: count}
              - {id: state, zh: 状态, en: State, type: choice, options: [停课, 正常]}
              - {id: note, zh: 说明, en: Remarks, type: text, optional: true}
            """;
    private static final ReturnForm FORM = ReturnFormReader.read(YAML);

    @Test
    @Clause("S2-02")
    void aZeroIsSaidAndNotLeft() {
        assertThat(read(false, "0").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("zero");
            assertThat(fault.rule().en()).contains("a zero is said, not left");
        });
        assertThat(read(true, "3").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("zero"));
        assertThat(read(true, "").values()).containsEntry("ill", "0");
        assertThat(read(true, "0").faults()).isEmpty();
        assertThat(read(false, "3").faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "三", "1e3", "99999999999", "0x1"})
    void aNumberThatIsNoneIsRefused(String typed) {
        assertThat(read(false, typed).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("ill");
            assertThat(fault.value()).isEqualTo(typed);
        });
    }

    @Test
    void aChoiceOutsideTheListAndAnEmptyFieldAreRefused() {
        assertThat(ReturnAnswers.read(FORM, false, Map.of("ill", "1", "state", "放假"))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule().zh()).contains("停课", "正常"));
        assertThat(ReturnAnswers.read(FORM, false, Map.of("state", "正常")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("ill"));
    }

    @Test
    @Clause("S2-02")
    void whatIsNotThereIsMissingAfterItsTimeAndOnlyThen() {
        Instant due = Instant.parse("2020-07-26T08:00:00Z");
        Instant before = due.minusSeconds(1);
        Instant after = due.plusSeconds(1);
        assertThat(ReturnState.of(due, null, due)).isEqualTo(ReturnState.EXPECTED);
        assertThat(ReturnState.of(due, null, after)).isEqualTo(ReturnState.MISSING);
        assertThat(ReturnState.of(due, due, after)).isEqualTo(ReturnState.ON_TIME);
        assertThat(ReturnState.of(due, after, after)).isEqualTo(ReturnState.LATE);
        assertThat(ReturnState.of(due, after, due)).as("not there yet").isEqualTo(ReturnState.EXPECTED);
        assertThat(ReturnState.of(due, before, before.minusSeconds(1))).isEqualTo(ReturnState.EXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "due: \"16:00\"|due: 25 o'clock|must be a time in quotes",
                "type: count|type: number|must be count, text or choice",
                "id: ill|id: Ill|begins with a small letter",
                "id: state|id: ill|is there twice",
                "zh: 每日报告|xx: 每日报告|is no key here",
                "until: 2020-08-31|until: soon|must be a day",
                "options: [停课, 正常]|optional: true|are needed for a choice",
                "kinds: [学校]|kinds: 学校|must be a list",
                "id: daily|id: [daily|is not YAML",
            })
    void aWrongDefinitionSaysWhatAndHow(String right, String wrong, String rule) {
        assertThatThrownBy(() -> ReturnFormReader.read(YAML.replace(right, wrong)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.text(false)).contains(rule);
                    assertThat(refused.text(true)).isNotBlank();
                });
    }

    private static ReturnAnswers read(boolean zero, String ill) {
        return ReturnAnswers.read(FORM, zero, Map.of("ill", ill, "state", "正常"));
    }
}
