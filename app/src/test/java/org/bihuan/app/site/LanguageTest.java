package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chinese unless somebody wants English; the wish is remembered. */
@Tag("database")
@Tag("once")
class LanguageTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | zh-CN",
                "zh-TW,zh;q=0.9          | zh-CN",
                "en-GB,en;q=0.9          | en",
                "fr-FR,en;q=0.5,zh;q=0.4 | en",
                "fr-FR                   | zh-CN",
                "%%%                     | zh-CN"
            })
    void theBrowsersFirstLanguageThatThereIs(String accepted, String shown) {
        HttpRequest.Builder request = server.request("/");
        if (!accepted.isEmpty()) {
            request.header("Accept-Language", accepted);
        }
        assertThat(server.send(request).body()).contains("<html lang=\"" + shown + "\"");
    }

    @Test
    void theSwitchShowsAtOnceAndIsRemembered() {
        HttpResponse<String> switched = server.get("/?lang=en");
        assertThat(switched.body()).contains("<html lang=\"en\"", "Duty desk");
        String cookie = switched.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("lang=en;").contains("HttpOnly", "Path=/");
        HttpRequest.Builder later =
                server.request("/").header("Cookie", "lang=en").header("Accept-Language", "zh");
        assertThat(server.send(later).body()).contains("<html lang=\"en\"");
    }

    @Test
    void anUnknownLanguageIsIgnored() {
        HttpResponse<String> answer = server.get("/?lang=tlh");
        assertThat(answer.body()).contains("<html lang=\"zh-CN\"", "值班台");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("lang"));
    }

    @Test
    void theErrorPageSpeaksTheSameLanguages() {
        HttpResponse<String> chinese = server.get("/no-such-page");
        assertThat(chinese.statusCode()).isEqualTo(404);
        assertThat(chinese.body()).contains("没有这个页面", "href=\"?lang=en\"");
        assertThat(server.get("/no-such-page?lang=en").body()).contains("There is no such page");
    }

    @Test
    void anApiErrorIsProblemDetails() {
        HttpResponse<String> answer =
                server.send(server.request("/api/no-such-thing").header("Accept", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("json"));
        assertThat(answer.body()).doesNotContain("Exception", "trace");
    }
}
