package org.bihuan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlateTest {
    @ParameterizedTest
    @CsvSource({
        "辽A12345, 辽A12345",
        "辽a·12345, 辽A12345",
        " 晋E D12345 , 晋ED12345",
        "辽Ｃ－６６Ｂ８８, 辽C66B88",
        "京A1234学, 京A1234学",
        "ABC-1234, ABC1234"
    })
    void peopleWriteOnePlateInManyWays(String typed, String plate) {
        assertThat(NumberPlate.parse(typed)).contains(new NumberPlate(plate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "辽A", "辽A1234567890123", "辽A12*45", "没有车牌"})
    void whatIsNoPlateIsRefused(String typed) {
        assertThat(NumberPlate.parse(typed)).isEmpty();
    }

    @Test
    void itIsWrittenMasked() {
        assertThat(new NumberPlate("辽A12345")).hasToString("辽****45");
    }
}
