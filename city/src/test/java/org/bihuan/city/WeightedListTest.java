package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedListTest {
    @Test
    void drawsInProportionAndNeverWhatHasNoWeight() {
        WeightedList<String> list =
                WeightedList.of(List.of(Map.entry("a", 1.0), Map.entry("never", 0.0), Map.entry("b", 3.0)));
        Dice dice = Dice.of(1, "weights", 0);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 40_000; i++) {
            counts.merge(list.draw(dice), 1, Integer::sum);
        }
        assertThat(counts).containsOnlyKeys("a", "b");
        assertThat(counts.get("a")).isCloseTo(10_000, within(400));
    }

    @Test
    void weightsBelowZeroAndNoWeightAtAllAreErrors() {
        assertThatThrownBy(() -> WeightedList.of(List.of(Map.entry("a", -1.0)))).hasMessageContaining("a is -1.0");
        assertThatThrownBy(() -> WeightedList.of(List.of(Map.entry("a", 0.0)))).hasMessageContaining("no value");
        assertThatThrownBy(() -> WeightedList.of(List.<Map.Entry<String, Double>>of()))
                .hasMessageContaining("no value");
    }
}
