package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which slot a number is in, with few breakpoints and many. */
final class ColumnSlotsTest {
    @Test
    void A01_slot_is_counted_from_the_breakpoints_below() {
        SplittableRandom random = Seeds.random("A01 slots");
        for (int round = 0; round < Seeds.rounds(2000); round++) {
            double[] breakpoints = random.ints(random.nextInt(40), -60, 60)
                    .sorted()
                    .distinct()
                    .mapToDouble(i -> i / 2.0)
                    .toArray();
            for (int i = 0; i < 20; i++) {
                double value = random.nextInt(-140, 140) / 4.0;
                long below = Arrays.stream(breakpoints).filter(b -> b < value).count();
                boolean exact = Arrays.stream(breakpoints).anyMatch(b -> b == value);
                assertThat(ColumnSlots.numberSlot(breakpoints, value))
                        .as("%s in %s", value, Arrays.toString(breakpoints))
                        .isEqualTo((int) (2 * below + (exact ? 1 : 0)));
            }
        }
    }

    @Test
    void A02_negative_zero_is_zero() {
        assertThat(ColumnSlots.numberSlot(new double[] {0.0}, -0.0)).isEqualTo(1);
        assertThat(ColumnSlots.numberSlot(new double[] {-9, -8, -7, -6, -5, -4, -3, -2, 0.0}, -0.0))
                .isEqualTo(17);
    }

    @Test
    void A03_words_are_found_among_many_and_others_are_not() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            words.add("w" + i);
        }
        // Two words of one hash
        words.addAll(List.of("Aa", "BB"));
        TextIndex index = new TextIndex(words);
        for (int i = 0; i < words.size(); i++) {
            assertThat(index.slot(new String(words.get(i).toCharArray()))).isEqualTo(i);
        }
        assertThat(index.slot("w1000")).isEqualTo(-1);
        assertThat(index.slot("C#")).isEqualTo(-1);
        assertThat(new TextIndex(List.of()).slot("")).isEqualTo(-1);
    }
}
