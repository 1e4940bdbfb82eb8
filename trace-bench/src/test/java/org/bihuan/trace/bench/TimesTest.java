package org.bihuan.trace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void sharesAreReadFromTheSortedTimesAndTheFirstOnesFromTheOrderOfAsking() {
        Times times = new Times();
        for (int i = 100; i >= 1; i--) {
            times.add(i * 1_000_000L);
        }
        assertThat(times.milliseconds(0.5)).isEqualTo(51);
        assertThat(times.milliseconds(0.99)).isEqualTo(100);
        assertThat(times.first(3).milliseconds(0)).isEqualTo(98);
        assertThat(times.first(1000).size()).isEqualTo(100);
        assertThat(new Times().milliseconds(0.5)).isNaN();
    }
}
