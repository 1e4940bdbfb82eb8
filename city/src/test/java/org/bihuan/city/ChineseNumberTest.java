package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumberTest {
    @ParameterizedTest
    @CsvSource({"1,一", "9,九", "10,十", "11,十一", "20,二十", "99,九十九", "100,一百", "105,一百零五", "110,一百一十", "999,九百九十九"})
    void isWrittenAsSchoolsAre(int number, String text) {
        assertThat(ChineseNumber.of(number)).isEqualTo(text);
    }

    @Test
    void isFrom1To999() {
        assertThatThrownBy(() -> ChineseNumber.of(0)).hasMessageContaining("1 to 999: 0");
        assertThatThrownBy(() -> ChineseNumber.of(1000)).hasMessageContaining("1 to 999: 1000");
    }
}
