package org.bihuan.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other web sites cannot do through a browser on this machine. */
@Tag("database")
@Tag("once")
class OriginTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example:80",
                "10.0.0.1",
                "localhost@evil.example",
                "\"><script>",
                ""
            })
    void aForeignNameIsTurnedAway(String host) {
        String answer = server.sendRaw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("闭环", "Bihuan");
        assertThat(answer.lines().findFirst())
                .hasValueSatisfying(status -> assertThat(status).containsAnyOf(" 421 ", " 400 "));
    }

    @Test
    void theRefusalNamesHeaderValueAndWayOut() {
        String answer = server.sendRaw("GET /api/x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).contains("421", "host-not-own", "\"Host\"", "evil.example", "127.0.0.1", "请用");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:9000", "127.0.0.1:1", "[::1]:8080"})
    void ownNamesOnAnyPortAreServed(String host) {
        assertThat(server.sendRaw("GET /login HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void theApiTakesNoChangeFromAnotherSite(String site) {
        assertRefused(403, "other-origin", json().header("Sec-Fetch-Site", site));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"})
    void theApiTakesNoChangeFromAnotherOrigin(String origin) {
        assertRefused(403, "other-origin", json().header("Origin", origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "nonsense",
                "text/json5"
            })
    void theApiTakesNoFormFromABrowser(String type) {
        assertRefused(415, "json-or-header-required", post().header("Content-Type", type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson; charset=utf-8", "application/problem+json"})
    void theApiTakesJsonFromAProgram(String type) {
        assertPassed(post().header("Content-Type", type));
    }

    @Test
    void theApiTakesAnythingWithOurHeader() {
        assertPassed(post().header("Content-Type", "text/csv").header(SameOriginFilter.OWN_HEADER, "curl"));
    }

    @Test
    void theApiTakesAChangeFromItsOwnPages() {
        assertPassed(
                json().header("Sec-Fetch-Site", "same-origin").header("Origin", "http://127.0.0.1:" + server.port()));
    }

    @Test
    void pagesTakeNoFormWithoutTheirToken() {
        HttpRequest.Builder form = server.request("/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("_csrf=guess"));
        assertThat(server.send(form).statusCode()).isEqualTo(403);
    }

    @Test
    void pagesTakeAFormWithTheirToken() {
        HttpResponse<String> page = server.get("/");
        String cookie = page.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("XSRF-TOKEN="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        String token = page.body()
                .replaceAll("(?s).*X-XSRF-TOKEN[^:]*:[^A-Za-z0-9_-]*(?:&#34;|&quot;)?([A-Za-z0-9_=-]{20,}).*", "$1");
        HttpRequest.Builder change = server.request("/")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.noBody());
        assertThat(server.send(change).statusCode())
                .as("let in, though the home page takes no forms")
                .isEqualTo(405);
    }

    private static HttpRequest.Builder post() {
        return server.request("/api/nothing-here").POST(BodyPublishers.ofString("{}"));
    }

    private static HttpRequest.Builder json() {
        return post().header("Content-Type", "application/json");
    }

    /** Past the filters there is nothing at that address. */
    private static void assertPassed(HttpRequest.Builder request) {
        assertThat(server.send(request).statusCode()).isEqualTo(404);
    }

    private static void assertRefused(int status, String code, HttpRequest.Builder request) {
        HttpResponse<String> answer = server.send(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
