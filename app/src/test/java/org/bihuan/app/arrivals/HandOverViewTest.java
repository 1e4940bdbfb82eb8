package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.Journey;
import org.junit.jupiter.api.Test;

/** A figure over a list that was cut says so. */
class HandOverViewTest {
    @Test
    void aListThatWasCutIsNotCountedAsTheWhole() {
        HandOverView view =
                new HandOverView(List.of(), List.of(), List.of(), Map.of(), List.of(), "", "", "", "", Instant.EPOCH);
        assertThat(view.count(journeys(99))).isEqualTo("99");
        assertThat(view.isCut(journeys(99))).isFalse();
        assertThat(view.count(journeys(100))).isEqualTo("100+");
        assertThat(view.isCut(journeys(100))).isTrue();
    }

    @SuppressWarnings("NullAway") // only their number is asked
    private static List<Journey> journeys(int number) {
        return Collections.nCopies(number, null);
    }
}
