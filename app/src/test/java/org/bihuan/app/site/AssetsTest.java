package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every file that a page names is there, with its version in the address and kept by browsers. */
@Tag("database")
@Tag("once")
class AssetsTest {
    private static final int LARGEST_FIRST_PAINT = 200_000;

    @RegisterExtension
    static final RunningServer server = RunningServer.shared();

    @Test
    void areServedWithTheirVersionAndKept() {
        List<String> assets = assets();
        assertThat(assets).hasSizeGreaterThanOrEqualTo(4).allMatch(asset -> asset.matches(".*\\d.*"));
        for (String asset : assets) {
            HttpResponse<String> answer = server.get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(asset)
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        }
    }

    @Test
    void theFirstPageIsSmallEnoughForASlowPhone() {
        int bytes = compressed("/");
        for (String asset : assets()) {
            bytes += compressed(asset);
        }
        System.out.println("first paint: " + bytes + " bytes");
        assertThat(bytes).isLessThan(LARGEST_FIRST_PAINT);
    }

    private static int compressed(String path) {
        return server.sendRaw("GET " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n")
                .length();
    }

    private static List<String> assets() {
        return Pattern.compile("(?:src|href)=\"(/(?:webjars|site)/[^\"]+)\"")
                .matcher(server.get("/").body())
                .results()
                .map(MatchResult::group)
                .map(match -> match.substring(match.indexOf('"') + 1, match.length() - 1))
                .toList();
    }
}
