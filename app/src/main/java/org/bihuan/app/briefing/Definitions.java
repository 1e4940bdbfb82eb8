package org.bihuan.app.briefing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Objects;
import org.bihuan.app.briefing.domain.Definition;
import org.springframework.stereotype.Component;

/** The definition in use: the installation's own file, or the one that comes with the program. Thread-safe. */
@Component
class Definitions {
    private final String text;
    private final Definition definition;
    private final LocalTime at;

    Definitions(BriefingSettings settings, Figures figures) {
        this.text = read(settings.definition());
        this.definition = DefinitionReader.read(text);
        figures.require(definition);
        LocalTime own = settings.at();
        this.at = own == null ? definition.at() : own;
    }

    private static String read(String file) {
        try (InputStream in = file.isBlank()
                ? Objects.requireNonNull(Definitions.class.getResourceAsStream("/briefing/briefing.yaml"))
                : Files.newInputStream(Path.of(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "bihuan.briefing.definition \"" + file + "\" cannot be read: name a file that is there", e);
        }
    }

    String text() {
        return text;
    }

    /** Local time at which a briefing is frozen. */
    LocalTime at() {
        return at;
    }
}
