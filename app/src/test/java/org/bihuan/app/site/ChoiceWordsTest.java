package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** No word of a choice stands on a page as the data have it. */
class ChoiceWordsTest {
    private static final Pattern COLUMN =
            Pattern.compile("<inputExpression[^>]*>\\s*<text>\\s*([a-z_0-9]+)\\s*</text>");
    private static final Path PACKS =
            Path.of(System.getProperty("bihuan.home", "..")).resolve("packs");

    @Test
    void everyColumnOfATableHasItsNameInBothLanguages() throws IOException {
        Set<String> columns = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PACKS)) {
            for (Path table :
                    files.filter(each -> each.toString().endsWith(".dmn")).toList()) {
                Matcher column = COLUMN.matcher(Files.readString(table));
                while (column.find()) {
                    columns.add(column.group(1));
                }
            }
        }
        assertThat(columns).hasSizeGreaterThan(50);
        assertThat(missing("console.feature.", columns)).isEmpty();
    }

    @Test
    void everyChoiceOfTheSharedFactsHasItsWordInBothLanguages() {
        Set<String> words = new TreeSet<>();
        SharedFiles.ofFolder(PACKS).catalogue().kinds().values().stream()
                .flatMap(kind -> kind.fields().values().stream())
                .forEach(field -> words.addAll(field.choices()));
        assertThat(missing("console.choice.", words)).isEmpty();
    }

    private static Set<String> missing(String prefix, Set<String> words) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/console", "messages/words");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Set<String> missing = new TreeSet<>();
        for (String word : words) {
            for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                if ("".equals(messages.getMessage(prefix + word, null, "", locale))) {
                    missing.add(word + " " + locale);
                }
            }
        }
        return missing;
    }
}
