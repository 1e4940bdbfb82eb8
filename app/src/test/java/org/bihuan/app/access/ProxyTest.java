package org.bihuan.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Behind a proxy that ends TLS. */
@Tag("database")
@Tag("once")
class ProxyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.access.trusted-proxies=127.0.0.1",
            "--bihuan.access.names=bihuan.example",
            "--bihuan.access.requests-per-second=0.001",
            "--bihuan.access.burst=5");

    @Test
    void whatTheProxySaysIsBelievedAndItsNameIsOurs() {
        String answer = raw("192.0.2.7", "https", "bihuan.example");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("XSRF-TOKEN").contains("Secure");
        assertThat(raw("192.0.2.7", "https", "other.example")).startsWith("HTTP/1.1 421");
    }

    @Test
    void oneClientIsSlowedDownAndAnotherIsNot() {
        long refused = 0;
        for (int i = 0; i < 12; i++) {
            refused += raw("192.0.2.8", "https", "bihuan.example").startsWith("HTTP/1.1 429") ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(raw("192.0.2.9", "https", "bihuan.example")).startsWith("HTTP/1.1 200");
        assertThat(raw("192.0.2.10, 192.0.2.8", "https", "bihuan.example"))
                .as("what stands farther left may be made up")
                .startsWith("HTTP/1.1 429");
    }

    private static String raw(String client, String scheme, String host) {
        return SERVER.sendRaw("GET /login HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-For: " + client
                + "\r\nX-Forwarded-Proto: " + scheme + "\r\nConnection: close\r\n\r\n");
    }
}
