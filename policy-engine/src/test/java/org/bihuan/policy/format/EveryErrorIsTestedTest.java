package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.policy.ShippedPacks;
import org.junit.jupiter.api.Test;

/** No reader of this package may refuse in words that no test has read: each rule in its sources is in some test. */
final class EveryErrorIsTestedTest {
    private static final Path MODULE = ShippedPacks.HOME.resolveSibling("policy-engine");
    private static final String PACKAGE = "java/org/bihuan/policy/format";
    /** From the call that refuses to the end of its statement. */
    private static final Pattern REFUSAL =
            Pattern.compile("\\b(?:error|require|PackFormatException)\\(((?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*);");

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int SHORTEST = 10;
    private static final int SOUGHT = 24;

    @Test
    void everyRuleIsReadByATest() throws IOException {
        String tests = textOf(MODULE.resolve("src/test").resolve(PACKAGE))
                + textOf(MODULE.resolve("src/test/resources/org/bihuan/policy/format"));
        String sources = textOf(MODULE.resolve("src/main").resolve(PACKAGE));
        Matcher refusal = REFUSAL.matcher(sources);
        int rules = 0;
        while (refusal.find()) {
            List<String> texts = TEXT.matcher(refusal.group(1))
                    .results()
                    .map(found -> found.group(1).strip())
                    .filter(text -> text.length() >= SHORTEST && text.contains(" "))
                    .toList();
            if (!texts.isEmpty()) {
                rules++;
                assertThat(texts)
                        .as("no test reads this refusal")
                        .anyMatch(text -> tests.contains(text.substring(0, Math.min(SOUGHT, text.length()))));
            }
        }
        assertThat(rules).isGreaterThan(60);
    }

    private static String textOf(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                try {
                    text.append(Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return text.toString();
    }
}
