package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValuesTest {
    private final Values values = new Values("file", """
        share=1.5
        span=3..x
        low=9..3
        empty=
        weights=2..3:1,never:x
        good=0..6:4,6..12:30
        """);

    @Test
    void readsWeightedSpans() {
        assertThat(values.weightedSpans("good").values()).containsExactly(new Span(0, 6), new Span(6, 12));
    }

    @Test
    void errorsNameFileKeyValueAndRule() {
        assertThatThrownBy(() -> values.share("share")).hasMessage("file: share \"1.5\" must be a share from 0 to 1");
        assertThatThrownBy(() -> values.span("span")).hasMessage("file: span \"3..x\" must be a span such as 2..12");
        assertThatThrownBy(() -> values.span("low")).hasMessageContaining("low \"9..3\"");
        assertThatThrownBy(() -> values.text("empty")).hasMessage("file: empty is missing");
        assertThatThrownBy(() -> values.text("none")).hasMessage("file: none is missing");
        assertThatThrownBy(() -> values.weightedSpansOrNever("weights")).hasMessageContaining("weights \"2..3:1");
    }

    @Test
    void tablesNameRowColumnAndValue() {
        Table table = Table.read("people.csv", "name,age\nA,x\n,3\n");
        assertThatThrownBy(() -> table.whole(0, "age"))
                .hasMessage("people.csv: row 1, age \"x\" must be a whole number");
        assertThatThrownBy(() -> table.get(1, "name")).hasMessage("people.csv: row 2, name \"\" must not be empty");
        assertThatThrownBy(() -> table.get(1, "sex")).hasMessage("people.csv: column sex is missing");
        assertThatThrownBy(() -> Table.read("people.csv", "name,age\nA\n"))
                .hasMessage("people.csv: 2 cells needed, 1 found: A");
    }
}
