package org.bihuan.policy.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How offices word the headers of their ledgers and write their cells ({@code ledger-headers.yaml}). A pack may add to
 * the shared file.
 *
 * @param entries in order; where two of one ledger fill the same column the earlier one counts
 */
public record LedgerHeaders(List<LedgerHeader> entries) {
    /** Name of the file in the shared folder and in packs. */
    public static final String FILE = "ledger-headers.yaml";

    public LedgerHeaders {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the file of each folder that has one; a later one adds words to the entries of earlier ones. Entries for what
     * the columns do not have are left out: an order in force may be older than the file.
     *
     * @param columns what can be filled
     */
    public static LedgerHeaders ofFolders(List<Path> folders, LedgerColumns columns) {
        Map<String, LedgerHeader> entries = new LinkedHashMap<>();
        for (Path folder : folders) {
            Path file = folder.resolve(FILE);
            if (Files.isRegularFile(file)) {
                try {
                    add(Yaml.read(file.getFileName().toString(), Files.readString(file)), columns, entries);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot read " + file, e);
                }
            }
        }
        return new LedgerHeaders(List.copyOf(entries.values()));
    }

    /** The entry of the name. */
    public Optional<LedgerHeader> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static void add(Node root, LedgerColumns columns, Map<String, LedgerHeader> entries) {
        root.allow("format", "columns");
        root.get("columns").entries().forEach((name, node) -> {
            node.allow("column", "part", "as", "headers", "words", "otherwise");
            LedgerHeader before = entries.get(name);
            LedgerHeader entry = before == null ? entry(name, node) : widened(before, node);
            if (fills(entry, columns)) {
                entries.put(name, entry);
            }
        });
    }

    private static boolean fills(LedgerHeader entry, LedgerColumns columns) {
        LedgerColumns.Column column = columns.columns().get(entry.column());
        if (column == null) {
            return entry.part() == null && entry.column().equals(columns.subjectColumn());
        }
        return entry.part() == null || column.list().contains(entry.part());
    }

    private static LedgerHeader entry(String name, Node node) {
        String column = node.get("column").findText().orElse(name);
        String part = node.get("part").findText().orElse(null);
        return new LedgerHeader(
                name,
                column,
                part,
                form(node.get("as")),
                node.get("headers").texts(),
                words(node),
                node.get("otherwise").findText().orElse(null));
    }

    private static LedgerHeader widened(LedgerHeader before, Node node) {
        List<String> headers = new ArrayList<>(before.headers());
        headers.addAll(node.get("headers").texts());
        Map<String, String> words = new LinkedHashMap<>(before.words());
        words.putAll(words(node));
        @Nullable String otherwise = node.get("otherwise").findText().orElse(before.otherwise());
        return new LedgerHeader(
                before.name(), before.column(), before.part(), before.form(), headers, words, otherwise);
    }

    private static Map<String, String> words(Node node) {
        Map<String, String> words = new LinkedHashMap<>();
        node.get("words").entries().forEach((word, meaning) -> words.put(word, meaning.text()));
        return words;
    }

    private static LedgerHeader.Form form(Node node) {
        for (LedgerHeader.Form form : LedgerHeader.Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(node.text())) {
                return form;
            }
        }
        throw node.error("is no form of cell");
    }
}
