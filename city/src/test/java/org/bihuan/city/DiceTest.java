package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    /** Written down once: a change here changes every city. */
    @Test
    void drawsTheSameNumbersForEver() {
        Dice dice = Dice.of(7, "resident", 42);
        assertThat(dice.next()).isEqualTo(-9127187190770576203L);
        assertThat(dice.next()).isEqualTo(-6622512932672388268L);
    }

    @Test
    void seedPurposeAndNumberEachMakeAnotherStream() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (String purpose : new String[] {"block", "traveller"}) {
                for (int number = 0; number < 500; number++) {
                    firsts.add(Dice.of(seed, purpose, number).next());
                }
            }
        }
        assertThat(firsts).hasSize(20 * 2 * 500);
    }

    @Test
    void belowIsEvenAndStaysBelow() {
        Dice dice = Dice.of(1, "below", 0);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[dice.below(6)]++;
        }
        assertThat(IntStream.of(counts)).allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(400)));
        assertThat(Dice.of(1, "below", 0).below(1)).isZero();
    }

    @Test
    void normalHasMeanZeroAndDeviationOne() {
        Dice dice = Dice.of(1, "normal", 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            double drawn = dice.normal();
            sum += drawn;
            squares += drawn * drawn;
        }
        assertThat(sum / 100_000).isCloseTo(0, within(0.015));
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    }
}
