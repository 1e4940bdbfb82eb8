package org.bihuan.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A figure that was corrected ten times has one line at the head of the page, from what was frozen to what is known. */
class NetCorrectionTest {
    @Test
    void theFirstOldAndTheLastNewValueOfEachWholeFigureStandTogether() {
        List<NetCorrection> net = NetCorrection.of(List.of(
                correction("late", null, 8L, 10L, 1),
                correction("tests", null, null, 3L, 2),
                correction("late", DivisionCode.of("210302000000"), 1L, 2L, 3),
                correction("late", null, 10L, 9L, 4)));
        assertThat(net)
                .containsExactly(
                        new NetCorrection("late", 8L, 9L, 2, Instant.ofEpochSecond(4)),
                        new NetCorrection("tests", null, 3L, 1, Instant.ofEpochSecond(2)));
    }

    private static FigureCorrection correction(
            String key, @Nullable DivisionCode place, @Nullable Long from, @Nullable Long to, int second) {
        return new FigureCorrection(new UUID(0, second), key, place, from, to, 1, 0, Instant.ofEpochSecond(second));
    }
}
