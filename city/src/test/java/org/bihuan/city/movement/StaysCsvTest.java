package org.bihuan.city.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaysCsvTest {
    @Test
    void everyStayIsARowInUtc() throws IOException {
        CityShape shape = new CityShape(1_000, 7);
        StringBuilder csv = new StringBuilder();
        long count = new StaysCsv(shape).write(LocalDate.of(2021, 12, 6), LocalDate.of(2021, 12, 7), csv);
        List<String> expected = new ArrayList<>();
        expected.add("person,place,enter,leave");
        for (int day = 18_967; day <= 18_968; day++) {
            for (CityDaysTest.Stay stay : CityDaysTest.stays(shape, day)) {
                expected.add(String.join(
                        ",",
                        CityShape.personId(stay.person()),
                        CityShape.placeId(stay.place()),
                        Instant.ofEpochSecond(stay.enter() * 60L).toString(),
                        Instant.ofEpochSecond(stay.leave() * 60L).toString()));
            }
        }
        assertThat(csv.toString().lines()).containsExactlyElementsOf(expected);
        assertThat(count).isEqualTo(expected.size() - 1);
    }

    @Test
    void argumentsAreReadAndErrorsNameArgumentValueAndRule() {
        StaysArguments read = StaysArguments.parse(List.of(
                "--people", "10m", "--seed", "-3", "--from", "2021-12-01", "--to", "2021-12-01", "--out", "a.csv"));
        assertThat(read.shape()).isEqualTo(new CityShape(10_000_000, -3));
        assertThat(read.from()).isEqualTo(read.to());
        assertThat(read.out()).isPresent();
        refused("--people is \"999\", must be a whole number from 1k to 10m", "--people", "999");
        refused("--people is \"11m\"", "--people", "11m");
        refused("--people is \"1.5k\"", "--people", "1.5k");
        refused("--seed is \"x\", must be a whole number", "--seed", "x");
        refused("--from is \"6.12.2021\", must be a day", "--from", "6.12.2021");
        refused("must not be before --from 2021-12-06", "--to", "2021-12-05");
        refused("\"--persons\" is not one of", "--persons", "5");
        refused("--people needs a value", "--people");
    }

    private static void refused(String message, String... words) {
        assertThatThrownBy(() -> StaysArguments.parse(List.of(words)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
