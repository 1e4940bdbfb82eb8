package org.bihuan.policy.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.policy.pack.Vocabulary;

/**
 * What packs share, read from the folder that holds them: the vocabulary, the catalogue of fact kinds, and the columns
 * of ledgers.
 *
 * @param vocabulary kinds of measure and duty
 * @param catalogue kinds of fact
 * @param columns how a traveller ledger's columns become facts
 */
public record SharedFiles(Vocabulary vocabulary, FactCatalogue catalogue, LedgerColumns columns) {
    private static final String VOCABULARY = "vocabulary.yaml";

    /** Reads {@code vocabulary.yaml}, {@code facts.yaml} and {@code ledger-columns.yaml} of the folder. */
    public static SharedFiles ofFolder(Path folder) {
        Vocabulary vocabulary = VocabularyReader.read(yaml(folder, VOCABULARY));
        FactCatalogue catalogue = FactCatalogue.read(yaml(folder, "facts.yaml"));
        return new SharedFiles(
                vocabulary, catalogue, LedgerColumns.read(yaml(folder, "ledger-columns.yaml"), catalogue));
    }

    /** The files beside the pack when they are there, otherwise those of the fallback folder. */
    public static SharedFiles besides(Path pack, Path fallback) {
        Path parent = pack.toAbsolutePath().normalize().getParent();
        return ofFolder(parent != null && Files.isRegularFile(parent.resolve(VOCABULARY)) ? parent : fallback);
    }

    private static Node yaml(Path folder, String name) {
        Path path = folder.resolve(name);
        try {
            return Yaml.read(name, PackFiles.utf8(name, Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
