package org.bihuan.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameMaskTest {

    @Test
    void onlyTheFirstCharacterIsShown() {
        assertThat(NameMask.of("张三")).isEqualTo("张*");
        assertThat(NameMask.of(" 欧阳娜娜 ")).isEqualTo("欧***");
        assertThat(NameMask.of("𠮷田")).isEqualTo("𠮷*");
        assertThat(NameMask.of("Alexander Hamilton")).isEqualTo("A****");
        assertThat(NameMask.of("李")).isEqualTo("李*");
        assertThat(NameMask.of("")).isEqualTo("*");
    }
}
