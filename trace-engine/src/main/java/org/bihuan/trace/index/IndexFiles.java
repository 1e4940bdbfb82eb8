package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of an index's files. A name carries the generation that made it and is never used twice. */
final class IndexFiles {
    /** Only files with such names are ever removed: a stranger's file in the directory is left alone. */
    private static final Pattern OURS =
            Pattern.compile("(segment|late|rows|spool|people|places|MANIFEST)[-.\\w]*\\.(seg|rows|order|tmp)");

    private IndexFiles() {}

    static String segment(int day, boolean isLate, long generation) {
        return (isLate ? "late-" : "segment-") + dated(day, generation) + ".seg";
    }

    static String rows(int day, long generation) {
        return "rows-" + dated(day, generation) + ".rows";
    }

    static String order(String dictionary, long generation) {
        return String.format(Locale.ROOT, "%s-%06d.order", dictionary, generation);
    }

    private static String dated(int day, long generation) {
        return String.format(Locale.ROOT, "%s-%06d", LocalDate.ofEpochDay(day), generation);
    }

    /** Removes what a writer that did not finish, or the generation before, left behind. */
    static void removeLeftovers(Path directory, Set<String> kept) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(directory)) {
            leftovers = files.filter(file -> isLeftover(String.valueOf(file.getFileName()), kept))
                    .toList();
        }
        for (Path leftover : leftovers) {
            Files.deleteIfExists(leftover);
        }
    }

    private static boolean isLeftover(String name, Set<String> kept) {
        return OURS.matcher(name).matches() && !kept.contains(name);
    }
}
