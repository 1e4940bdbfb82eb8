package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The words of documents are data, and a slip in them is found when they are read. */
class NoticeWordsTest {
    private static final String GOOD = """
            format: 1
            subjects: [person]
            number: "{region}-{year}-{serial}"
            documents:
              notice: {series: G, lines: [Title, "Dear {name}"], message: "{number} {link}"}
            """;

    @Test
    void thoseThatAreShippedHaveEveryDocument() {
        NoticeWords words = NoticeWords.ofFolder(Path.of("..", "packs"));
        assertThat(words.documents()).containsOnlyKeys("notice", "release", "withdrawal", "reply", "suspension");
        assertThat(words.documents().values().stream().map(NoticeWords.Document::series))
                .doesNotHaveDuplicates();
        assertThat(Objects.requireNonNull(words.documents().get("notice")).lines())
                .anyMatch(line -> line.contains("{until}"))
                .anyMatch(line -> line.contains("{sentence}"))
                .anyMatch(line -> line.contains("{clauses}"))
                .anyMatch(line -> line.contains("申诉"));
    }

    @Test
    void anUnknownHoleIsNamedWithItsPlace() {
        assertThat(NoticeWords.read(Yaml.read("notices.yaml", GOOD)).subjects()).containsExactly("person");
        assertThatThrownBy(() -> NoticeWords.read(Yaml.read("notices.yaml", GOOD.replace("{name}", "{nmae}"))))
                .isInstanceOf(PackFormatException.class)
                .hasMessageContaining("documents.notice.lines[1]")
                .hasMessageContaining("unknown hole {nmae}, allowed are [");
        assertThatThrownBy(() -> NoticeWords.read(Yaml.read("notices.yaml", GOOD.replace("{link}", "{name}"))))
                .as("a short message names nobody")
                .hasMessageContaining("{name}");
    }

    @Test
    void holesAreFilledOnceAndWhatIsFilledInIsNoHole() {
        Map<String, String> values = Map.of("name", "{number} $1 \\");
        assertThat(NoticeWords.fill("{name}, {number}", values)).isEqualTo("{number} $1 \\, {number}");
        assertThat(NoticeWords.lacks("{name}", values)).isFalse();
        assertThat(NoticeWords.lacks("{name} {until}", values)).isTrue();
    }
}
