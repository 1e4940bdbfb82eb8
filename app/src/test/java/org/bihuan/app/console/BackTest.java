package org.bihuan.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form leads back into this site only. */
class BackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/a\r\nSet-Cookie: x=1",
                "/{x}",
                "/任务"
            })
    void leadsNowhereElse(String back) {
        assertThat(Back.or(back, "/duties")).isEqualTo("/duties");
    }

    @Test
    void keepsTheFilterAndSaysWhatWasDone() {
        assertThat(Back.or("/duties?kind=x&owner=y", "/")).isEqualTo("/duties?kind=x&owner=y");
        assertThat(Back.with("/duties?kind=x", "met")).isEqualTo("/duties?kind=x&done=met");
        assertThat(Back.with("/duties?kind=x&done=met", "recorded")).isEqualTo("/duties?kind=x&done=recorded");
        assertThat(Back.with("/duties?done=met&kind=x", "met")).isEqualTo("/duties?kind=x&done=met");
        assertThat(Back.with("/duties", "met")).isEqualTo("/duties?done=met");
    }
}
