package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages are complete. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    @ParameterizedTest
    @MethodSource("chinese")
    void everyTextIsThereInBothLanguages(Path chinese) throws IOException {
        Properties first = read(chinese);
        Properties second =
                read(chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties")));
        assertThat(second.stringPropertyNames()).isEqualTo(first.stringPropertyNames());
        assertThat(first.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(second.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @MethodSource("chinese")
    void englishIsEnglish(Path chinese) throws IOException {
        Properties english =
                read(chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties")));
        assertThat(english.values())
                .noneMatch(text -> text.toString().codePoints().anyMatch(Character::isIdeographic));
    }

    /** A text without a place for a value is shown as it stands, one with a place has its apostrophes doubled. */
    @ParameterizedTest
    @MethodSource("chinese")
    void apostrophesAreWrittenAsTheyWillBeShown(Path chinese) throws IOException {
        Properties english =
                read(chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties")));
        // the words of an alarm come with its value, whether they name it or not
        assertThat(english.entrySet().stream()
                        .filter(each -> !each.getKey().toString().matches("operations\\.alarm\\.[a-z-]+"))
                        .map(each -> each.getValue().toString()))
                .allMatch(text ->
                        text.matches("(?s).*\\{\\d.*") ? !text.replace("''", "").contains("'") : !text.contains("''"));
    }

    /** What pages without a network fill in knows no choice; what comes back in an address is no number. */
    private static final Set<String> NO_NUMBER = Set.of("risk.names.done", "risk.map", "places.imported");

    @ParameterizedTest
    @MethodSource("chinese")
    void oneIsOneInEnglish(Path chinese) throws IOException {
        if (Set.of("doorstep.properties", "checkpoint.properties")
                .contains(chinese.getFileName().toString())) {
            return;
        }
        Pattern wrong =
                Pattern.compile("\\b1 (people|persons|duties|rows|lines|days|hours|minutes|times|tries|values|entries"
                        + "|ledgers|pictures|places|subjects|jobs|alarms|facts|files|records|areas|keys)\\b");
        read(chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties")))
                .forEach((key, text) -> {
                    if (text.toString().matches("(?s).*\\{\\d.*") && !NO_NUMBER.contains(key.toString())) {
                        String said =
                                new MessageFormat(text.toString(), Locale.ENGLISH).format(new Object[] {1, 1, 1, 1});
                        assertThat(said).as(key.toString()).doesNotContainPattern(wrong);
                    }
                });
    }

    private static List<Path> chinese() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith("_en.properties"))
                    .toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
