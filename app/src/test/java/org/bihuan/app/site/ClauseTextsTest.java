package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every clause behind a rule is in words, and a wrong file says what is wrong. */
class ClauseTextsTest {
    private static final Path PACKS =
            Path.of(System.getProperty("bihuan.home", "..")).resolve("packs");
    private static final Pattern CLAUSE = Pattern.compile("\\b(?:S[0-4]-\\d{2,3}|NV-\\d{2})\\b");

    @Test
    void everyClauseOfTheOrdersThatTheServerStartsWithHasItsSentence() throws IOException {
        ClauseTexts texts = new ClauseTexts(PACKS);
        Set<String> missing = new TreeSet<>();
        for (String pack : List.of("anshan-2020", "norovirus-school")) {
            try (Stream<Path> files = Files.walk(PACKS.resolve(pack))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    if (!file.toString().contains("scenarios")
                            && file.toString().matches(".*\\.(yaml|dmn)")) {
                        CLAUSE.matcher(Files.readString(file))
                                .results()
                                .map(match -> match.group())
                                .filter(clause -> texts.find(clause).isEmpty())
                                .forEach(missing::add);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(texts.find("S0-05").orElseThrow().zh()).contains("14天");
        assertThat(texts.find("S0-05").orElseThrow().en()).contains("14 days");
        assertThat(texts.find("S9-99")).isEmpty();
    }

    @Test
    void aFolderWithoutTheFileNamesClausesOnlyAndAWrongOneIsRefused(@TempDir Path folder) throws IOException {
        assertThat(new ClauseTexts(folder).find("S0-05")).isEmpty();
        Files.writeString(folder.resolve("clause-texts.yaml"), "S0-05: only one\n");
        assertThatThrownBy(() -> new ClauseTexts(folder))
                .hasMessageContaining(
                        "clause-texts.yaml: S0-05 \"only one\" must be a list of the Chinese and the English");
    }
}
