package org.bihuan.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other machines reach the server only over TLS, and only when there is somebody to log in as. */
class ReachTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void loopbackPasses(String address) {
        assertThatCode(() -> Reach.require("server.address", address, false, 0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void everythingElseIsRefusedByNameWithoutTls(String address) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> Reach.require("server.address", address, false, 5))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("address-not-loopback");
                    assertThat(refused.english()).contains("server.address", "\"" + address + "\"", "server.ssl");
                    assertThat(refused.chinese()).contains("server.address", "“" + address + "”", "trusted-proxies");
                });
    }

    @Test
    void withTlsTheFirstAccountIsMadeAtHome() {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> Reach.require("server.address", "0.0.0.0", true, 0))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("no-account-yet"));
        assertThatCode(() -> Reach.require("server.address", "0.0.0.0", true, 1))
                .doesNotThrowAnyException();
    }
}
