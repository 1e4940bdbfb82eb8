package org.bihuan.app.briefing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckPaceTest {
    @Test
    void itRestsThirtyTimesAsLongAsItTookAndAtLeastAsSet() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(CheckPace.rest(Duration.ofMillis(5), minute)).isEqualTo(minute);
        assertThat(CheckPace.rest(Duration.ofSeconds(2), minute)).isEqualTo(minute);
        assertThat(CheckPace.rest(Duration.ofSeconds(40), minute)).isEqualTo(Duration.ofSeconds(1200));
    }
}
