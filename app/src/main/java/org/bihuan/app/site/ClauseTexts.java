package org.bihuan.app.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.policy.pack.Wording;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the clauses behind rules demand, in a sentence: {@code packs/clause-texts.yaml}. Immutable. */
@Component
class ClauseTexts {
    private final Map<String, Wording> texts = new LinkedHashMap<>();

    ClauseTexts(@Value("${bihuan.packs:${bihuan.home}/packs}") Path packs) {
        Path file = packs.resolve("clause-texts.yaml");
        if (!Files.exists(file)) {
            return; // an installation with orders of its own may name clauses only
        }
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            ((Map<?, ?>) root).forEach((clause, text) -> texts.put(clause.toString(), wording(file, clause, text)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Wording wording(Path file, Object clause, Object text) {
        if (text instanceof List<?> both && both.size() == 2) {
            return new Wording(both.getFirst().toString(), both.getLast().toString());
        }
        throw new IllegalArgumentException(file + ": " + clause + " \"" + text
                + "\" must be a list of the Chinese and the English sentence: write" + " both");
    }

    /** The sentence; empty for a clause that nobody has put into words. */
    Optional<Wording> find(String clause) {
        return Optional.ofNullable(texts.get(clause));
    }
}
