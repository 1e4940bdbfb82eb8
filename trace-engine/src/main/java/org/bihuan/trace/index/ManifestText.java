package org.bihuan.trace.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.bihuan.trace.internal.file.FileMark;

/** The manifest as text, a line a file, the checksum of all lines before it in the last one. */
final class ManifestText {
    private static final String FIRST_LINE = "bihuan-trace-index 1";

    private ManifestText() {}

    static String write(Manifest manifest) {
        StringBuilder text = new StringBuilder();
        text.append(FIRST_LINE).append('\n');
        text.append("generation ").append(manifest.generation()).append('\n');
        OptionalInt assumed = manifest.settings().assumedStayMinutes();
        text.append("assumed-stay ").append(assumed.isPresent() ? String.valueOf(assumed.getAsInt()) : "none");
        text.append("\nmax-stay ").append(manifest.settings().maxStayMinutes()).append('\n');
        appendDictionary(text, "people", manifest.people());
        appendDictionary(text, "places", manifest.places());
        for (SegmentEntry entry : manifest.segments()) {
            text.append(entry.isLate() ? "late-segment " : "segment ").append(entry.day());
            text.append(' ').append(entry.stays()).append(' ').append(entry.lastLeave());
            appendMark(text, entry.mark());
        }
        for (RowsEntry entry : manifest.rows()) {
            text.append("rows ").append(entry.day());
            text.append(' ').append(entry.rows()).append(' ').append(entry.openRows());
            appendMark(text, entry.mark());
        }
        String body = text.toString();
        return body + "checksum " + checksum(body) + '\n';
    }

    private static void appendDictionary(StringBuilder text, String name, DictionaryEntry entry) {
        text.append(name).append(' ').append(entry.count());
        appendMark(text, entry.mark());
        entry.order().ifPresent(mark -> {
            text.append(name).append("-order");
            appendMark(text, mark);
        });
    }

    private static void appendMark(StringBuilder text, FileMark mark) {
        text.append(' ').append(mark.name()).append(' ').append(mark.bytes());
        text.append(' ').append(Integer.toHexString(mark.checksum())).append('\n');
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** Reads a manifest; what is wrong with the text is the message of the exception. */
    static Manifest read(String text) {
        int last = text.lastIndexOf("checksum ");
        if (!text.startsWith(FIRST_LINE + "\n")) {
            throw new IllegalArgumentException("its first line is not '" + FIRST_LINE + "'");
        }
        if (last < 0 || !text.substring(last).equals("checksum " + checksum(text.substring(0, last)) + "\n")) {
            throw new IllegalArgumentException("its checksum differs");
        }
        return new Reader().read(text.substring(0, last));
    }

    /** Collects the lines; they are trusted, because their checksum was right. */
    private static final class Reader {
        private long generation;
        private OptionalInt assumedStay = OptionalInt.empty();
        private int maxStay;
        private DictionaryEntry people = DictionaryEntry.empty("people.ids");
        private DictionaryEntry places = DictionaryEntry.empty("places.ids");
        private final List<SegmentEntry> segments = new ArrayList<>();
        private final List<RowsEntry> rows = new ArrayList<>();

        Manifest read(String text) {
            text.lines().skip(1).forEach(line -> take(line.split(" ", -1)));
            return new Manifest(generation, new IndexSettings(assumedStay, maxStay), people, places, segments, rows);
        }

        private void take(String[] words) {
            switch (words[0]) {
                case "generation" -> generation = Long.parseLong(words[1]);
                case "assumed-stay" ->
                    assumedStay = words[1].equals("none") ? assumedStay : OptionalInt.of(Integer.parseInt(words[1]));
                case "max-stay" -> maxStay = Integer.parseInt(words[1]);
                case "people" -> people = dictionary(words);
                case "places" -> places = dictionary(words);
                case "people-order" -> people = withOrder(people, words);
                case "places-order" -> places = withOrder(places, words);
                case "segment", "late-segment" -> segments.add(segment(words));
                case "rows" ->
                    rows.add(new RowsEntry(number(words, 1), mark(words, 4), number(words, 2), number(words, 3)));
                default -> throw new IllegalArgumentException("it has an unknown line '" + words[0] + "'");
            }
        }

        private static SegmentEntry segment(String[] words) {
            boolean isLate = words[0].equals("late-segment");
            return new SegmentEntry(number(words, 1), isLate, mark(words, 4), number(words, 2), number(words, 3));
        }

        private static DictionaryEntry dictionary(String[] words) {
            return new DictionaryEntry(number(words, 1), mark(words, 2), Optional.empty());
        }

        private static DictionaryEntry withOrder(DictionaryEntry entry, String[] words) {
            return new DictionaryEntry(entry.count(), entry.mark(), Optional.of(mark(words, 1)));
        }

        private static int number(String[] words, int index) {
            return Integer.parseInt(words[index]);
        }

        private static FileMark mark(String[] words, int index) {
            return new FileMark(
                    words[index], Long.parseLong(words[index + 1]), Integer.parseUnsignedInt(words[index + 2], 16));
        }
    }
}
