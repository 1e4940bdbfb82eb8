package org.bihuan.policy.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final String FACTS = "facts.yaml";
    private static final String COLUMNS = "ledger-columns.yaml";

    /** Reads {@code vocabulary.yaml}, {@code facts.yaml} and {@code ledger-columns.yaml} of the folder. */
    public static SharedFiles ofFolder(Path folder) {
        return of(filesOf(folder));
    }

    /** Reads the three files. */
    public static SharedFiles of(PackFiles files) {
        Vocabulary vocabulary = VocabularyReader.read(files.yaml(VOCABULARY));
        FactCatalogue catalogue = FactCatalogue.read(files.yaml(FACTS));
        return new SharedFiles(vocabulary, catalogue, LedgerColumns.read(files.yaml(COLUMNS), catalogue));
    }

    /** The three files of the folder, unread. */
    public static PackFiles filesOf(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : List.of(VOCABULARY, FACTS, COLUMNS)) {
            try {
                files.put(name, Files.readAllBytes(folder.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
            }
        }
        return new PackFiles("shared", files);
    }

    /** The files beside the pack when they are there, otherwise those of the fallback folder. */
    public static SharedFiles besides(Path pack, Path fallback) {
        Path parent = pack.toAbsolutePath().normalize().getParent();
        return ofFolder(parent != null && Files.isRegularFile(parent.resolve(VOCABULARY)) ? parent : fallback);
    }
}
