package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The process that is killed: appends numbered parts to an index for ever, merges after each, and says what it is about to
 * do: {@code add N}, {@code seal N}, {@code done N}, {@code merge N}, {@code merged N}.
 */
public final class CrashChild {
    static final int ROWS = 3000;

    private CrashChild() {}

    /** The index, the first part, and whether some rows have no leave. */
    public static void main(String[] words) throws IOException {
        Path index = Path.of(words[0]);
        boolean withOpen = Boolean.parseBoolean(words[2]);
        for (int part = Integer.parseInt(words[1]); ; part++) {
            append(index, part, withOpen, System.out::println);
            if (TraceIndex.stats(index).lateSegments() > 0) {
                System.out.println("merge " + part);
                new IndexCare(index).merge();
                System.out.println("merged " + part);
            }
        }
    }

    /** Hears what is about to be done. */
    @FunctionalInterface
    interface Saying {
        void say(String line);
    }

    static void append(Path index, int part, boolean withOpen, Saying saying) throws IOException {
        OptionalInt assumed = withOpen ? OptionalInt.of(90) : OptionalInt.empty();
        saying.say("add " + part);
        try (TraceIndexWriter writer = TraceIndexWriter.open(index, new IndexSettings(assumed, 1440), line -> {})) {
            for (int row = 0; row < ROWS; row++) {
                writer.add(row(part, row, withOpen));
            }
            saying.say("seal " + part);
            writer.commit();
        }
        saying.say("done " + part);
    }

    /** Rows of a part: mostly on days of their own, some late ones that leave late segments, some without leave. */
    private static RowText row(int part, int row, boolean withOpen) {
        int hash = (part * 31 + row) * 0x9E3779B9;
        int day = 19_000 + (row % 10 == 0 ? Math.max(0, part - 2) : part);
        int enter = day * 1440 + (hash >>> 8) % 1440;
        int leave = withOpen && row % 7 == 0 && row % 10 != 0 ? -1 : enter + 1 + (hash >>> 20) % 200;
        return RowText.of("p" + (hash >>> 4) % 200, "v" + (hash >>> 12) % 40, enter, leave, "s" + part + "-" + row);
    }
}
