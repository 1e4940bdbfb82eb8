package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** No word of a choice stands on a page as the data have it. */
class ChoiceWordsTest {
    private static final Path PACKS =
            Path.of(System.getProperty("bihuan.home", "..")).resolve("packs");

    @Test
    void everyChoiceOfTheSharedFactsHasItsWordInBothLanguages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/console", "messages/words");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Set<String> missing = new TreeSet<>();
        SharedFiles.ofFolder(PACKS).catalogue().kinds().values().stream()
                .flatMap(kind -> kind.fields().values().stream())
                .flatMap(field -> field.choices().stream())
                .forEach(word -> {
                    for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                        if ("".equals(messages.getMessage("console.choice." + word, null, "", locale))) {
                            missing.add(word + " " + locale);
                        }
                    }
                });
        assertThat(missing).isEmpty();
    }
}
