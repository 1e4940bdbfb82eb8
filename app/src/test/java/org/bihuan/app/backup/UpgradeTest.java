package org.bihuan.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.app.backup.FilledInstallation.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Installations of earlier days, kept as backups in {@code src/test/resources/upgrade} (its README says how they are
 * made), come to today's schema, and every page and the API read them.
 */
class UpgradeTest {
    @TempDir
    Path folder;

    private String key = "";

    static List<Path> earlier() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/upgrade"))) {
            return files.filter(file -> file.toString().endsWith(".backup"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void isReadByTodaysProgram(Path backup) throws Exception {
        assertThat(Files.size(backup)).isLessThan(200_000);
        Path data = folder.resolve("data");
        Outcome restored = FilledInstallation.run("restore", "--from", backup.toString(), "--data", data.toString());
        assertThat(restored.exit()).as(restored.progress()).isZero();
        try (ConfigurableApplicationContext server = FilledInstallation.serve(data)) {
            String base = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
            FilledInstallation.settle(server);
            key = FilledInstallation.key(server);
            JsonNode duties = json(base + "/api/duties?limit=100").path("duties");
            assertThat(duties.size()).isGreaterThanOrEqualTo(20);
            for (JsonNode duty : duties) {
                String id = duty.path("id").asString();
                assertThat(get(base + "/duties/" + id).statusCode()).isEqualTo(200);
                assertThat(get(base + "/api/duties/" + id).statusCode()).isEqualTo(200);
            }
            for (String subject : List.of("person/F1", "person/F5", "person/F6", "class/K1", "school/K")) {
                assertThat(get(base + "/subjects/" + subject).statusCode())
                        .as(subject)
                        .isEqualTo(200);
                for (String part : List.of("", "/facts", "/decisions", "/duties")) {
                    assertThat(get(base + "/api/subjects/" + subject + part).statusCode())
                            .as(subject + part)
                            .isEqualTo(200);
                }
            }
            for (String page : List.of("/", "/duties", "/measures", "/search?q=nobody", "/operations", "/api/packs")) {
                assertThat(get(base + page).statusCode()).as(page).isEqualTo(200);
            }
            assertThat(get(base + "/subjects/person/F2").body()).contains("集中医学观察");
            assertThat(json(base + "/api/subjects/person/F5/facts").toString()).contains("\"l1\"", "\"a6\"");
            assertThat(json(base + "/api/subjects/person/F1/facts").toString()).contains("\"c1\"");
        }
    }

    private JsonNode json(String url) throws Exception {
        return JsonMapper.shared().readTree(get(url).body());
    }

    private HttpResponse<String> get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + key)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
