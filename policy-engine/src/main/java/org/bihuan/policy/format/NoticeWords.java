package org.bihuan.policy.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the documents that people are given, from {@code notices.yaml}.
 *
 * @param subjects types of subject to whom documents are issued
 * @param number pattern of the official number
 * @param documents the document of each kind
 */
public record NoticeWords(Set<String> subjects, String number, Map<String, Document> documents) {
    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");
    private static final Set<String> HOLES = Set.of(
            "name",
            "measure",
            "from",
            "until",
            "begins",
            "ends",
            "openend",
            "clauses",
            "sentence",
            "order",
            "issuer",
            "number",
            "before",
            "outcome",
            "answer",
            "issued");
    private static final Set<String> NUMBER_HOLES = Set.of("region", "year", "serial");

    /**
     * A document.
     *
     * @param series word in its number; each series counts by itself
     * @param lines title and paragraphs, with holes in braces; a line with a hole that cannot be filled is left out
     * @param message what is sent by short message; names neither person nor measure
     */
    public record Document(String series, List<String> lines, String message) {}

    public NoticeWords {
        subjects = Set.copyOf(subjects);
        documents = Map.copyOf(documents);
    }

    /** Reads {@code notices.yaml} of the folder of packs. */
    public static NoticeWords ofFolder(Path folder) {
        Path file = folder.resolve("notices.yaml");
        try {
            return read(Yaml.read("notices.yaml", Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static NoticeWords read(Node root) {
        root.allow("format", "subjects", "number", "documents");
        Map<String, Document> documents = new LinkedHashMap<>();
        root.get("documents").entries().forEach((kind, node) -> {
            node.allow("series", "lines", "message");
            List<String> lines = new ArrayList<>();
            node.get("lines").items().forEach(line -> lines.add(checked(line, HOLES)));
            documents.put(
                    kind,
                    new Document(
                            node.get("series").text(),
                            List.copyOf(lines),
                            checked(node.get("message"), Set.of("region", "number", "link"))));
        });
        return new NoticeWords(
                Set.copyOf(root.get("subjects").texts()), checked(root.get("number"), NUMBER_HOLES), documents);
    }

    private static String checked(Node node, Set<String> holes) {
        String text = node.text();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            if (!holes.contains(hole.group(1))) {
                throw node.error("unknown hole {" + hole.group(1) + "}, allowed are "
                        + holes.stream().sorted().toList());
            }
        }
        return text;
    }

    /** The text with its holes filled; a hole without a value stays. */
    public static String fill(String text, Map<String, String> values) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(values.getOrDefault(hole.group(1), hole.group())));
    }

    /** Whether a hole is left that has no value in the map. */
    public static boolean lacks(String text, Map<String, String> values) {
        return HOLE.matcher(text).results().anyMatch(hole -> !values.containsKey(hole.group(1)));
    }
}
