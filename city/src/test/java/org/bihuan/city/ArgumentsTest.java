package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.bihuan.city.Arguments.Format;
import org.bihuan.city.Arguments.Part;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void readsEveryArgument() {
        Arguments read = parse("--people 500 --seed -3 --division 210302000000 --from 2020-07-01 --to 2020-07-05"
                + " --format csv --part arrivals --scenario x/y --out a.csv");
        assertThat(read.settings().people()).isEqualTo(500);
        assertThat(read.settings().seed()).isEqualTo(-3);
        assertThat(read.settings().division()).hasToString("210302000000");
        assertThat(read.settings().to()).hasToString("2020-07-05");
        assertThat(read.format()).isEqualTo(Format.CSV);
        assertThat(read.scenario()).isEqualTo("x/y");
        assertThat(read.out()).contains(Path.of("a.csv"));
    }

    @Test
    void withoutArgumentsTheDemonstrationIsWritten() {
        assertThat(parse("").settings()).isEqualTo(Cities.settings(20_000, 7));
        assertThat(parse("").part()).isEqualTo(Part.ALL);
        assertThat(parse("--format csv").part()).isEqualTo(Part.ARRIVALS);
    }

    @Test
    void errorsNameArgumentValueAndRule() {
        refused("--persons 5", "\"--persons\" is not one of --people, --seed");
        refused("--people", "--people needs a value");
        refused("--people 5 --people 6", "--people is given twice");
        refused("--people 5.5", "people is \"5.5\", must be a whole number");
        refused("--people 100000000", "people is \"100000000\", must be a whole number up to 99999999");
        refused("--people 0", "people is 0, must be 1 to");
        refused("--division 2103", "division is \"2103\", must be a 12-digit division code");
        refused("--from 14.7.2020", "from is \"14.7.2020\", must be a day");
        refused("--to 2020-07-13", "to is 2020-07-13, must be from the day of from");
        refused("--format xml", "format is \"xml\", must be one of [csv, ndjson]");
        refused("--format csv --part school", "part is school, must be arrivals when format is csv");
    }

    private static void refused(String words, String message) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Arguments parse(String words) {
        return Arguments.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
