package org.bihuan.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without accounts the server is for this machine alone. */
class LoopbackOnlyTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void loopbackPasses(String address) {
        assertThatCode(() -> LoopbackOnly.require("server.address", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void everythingElseIsRefusedByName(String address) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> LoopbackOnly.require("server.address", address))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("address-not-loopback");
                    assertThat(refused.english()).contains("server.address", "\"" + address + "\"");
                    assertThat(refused.chinese()).contains("server.address", "“" + address + "”");
                });
    }
}
