package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting as people write it. */
final class SettingTextTest {
    private static final Pack PACK = ShippedPacks.get("anshan-2020").pack();
    private static final Instant AT = Instant.parse("2020-07-26T00:00:00Z");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | must be name=value or DIVISION:name=value",
                "central-isolation-days                 | must be name=value or DIVISION:name=value",
                "2103:central-isolation-days=7          | must be name=value or DIVISION:name=value",
                "099999999999:central-isolation-days=7  | must start with a 12-digit division code",
                "210302008000:central-isolation-days=7  | values are set for a county or more; the county here is 210302000000",
                "isolation=7                            | the pack anshan-2020 has no parameter isolation; it has [",
                "central-isolation-days=7h              | wrong unit h, the parameter is in days (d)",
                "central-isolation-days=-7              | must be a whole number of days, zero or more",
                "central-isolation-days=7.5             | must be a whole number of days, zero or more",
                "central-isolation-days=９              | must be a whole number of days, zero or more",
                "central-isolation-days=1000000000      | must be a whole number of days, zero or more",
                "central-isolation-days=                | must be a whole number of days, zero or more",
                "flagged-sources=2102                   | must be 12-digit division codes",
                "flagged-sources=                       | must be 12-digit division codes",
            })
    void cannotBeRead(String text, String rule) {
        String setting = text == null ? "" : text;
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> SettingText.read(setting, PACK, AT))
                .withMessageStartingWith("--set")
                .withMessageContaining(setting.substring(setting.indexOf(':') + 1))
                .withMessageContaining(rule);
    }

    @Test
    void isReadWithAndWithoutUnitAndDivision() {
        assertThat(SettingText.read("central-isolation-days=7", PACK, AT))
                .isEqualTo(SettingText.read("central-isolation-days=7d", PACK, AT))
                .isEqualTo(new ParameterSetting("central-isolation-days", null, new ParameterValue.Whole(7), AT));
        assertThat(SettingText.read("210302000000:central-isolation-days=0", PACK, AT)
                        .division())
                .isEqualTo(DivisionCode.of("210302000000"));
        assertThat(SettingText.parameterOf("210302000000:central-isolation-days=0"))
                .isEqualTo("central-isolation-days");
        assertThat(SettingText.parameterOf("nonsense")).isEmpty();
    }
}
