package org.bihuan.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells the browser not to do. */
@Tag("database")
@Tag("once")
class HeadersTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/no-such-page", "/api/no-such-thing", "/actuator/health", "/site/site.css"})
    void everyAnswerIsFenced(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/no-such-page"})
    void pagesHaveNoInlineScriptOrStyle(String path) {
        assertThat(server.get(path).body())
                .contains("<html")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)[^>]*>")
                .doesNotContainPattern("<style")
                .doesNotContainPattern("\\s(style|on[a-z]+)=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/no-such-thing", "/actuator/health"})
    void whatMayBePersonalIsNotKept(String path) {
        assertThat(header(server.get(path), "Cache-Control")).contains("no-store");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
