package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The process that is killed: appends numbered parts to an index for ever, merging now and then, and says what it did. */
public final class CrashChild {
    static final IndexSettings SETTINGS = new IndexSettings(OptionalInt.of(90), 1440);
    private static final int ROWS = 3000;

    private CrashChild() {}

    public static void main(String[] words) throws IOException {
        Path index = Path.of(words[0]);
        for (int part = Integer.parseInt(words[1]); ; part++) {
            System.out.println("begin " + part);
            append(index, part);
            System.out.println("done " + part);
            if (part % 2 == 1) {
                new IndexCare(index).merge();
            }
        }
    }

    static void append(Path index, int part) throws IOException {
        try (TraceIndexWriter writer = TraceIndexWriter.open(index, SETTINGS, line -> {})) {
            for (int row = 0; row < ROWS; row++) {
                writer.add(row(part, row));
            }
            writer.commit();
        }
    }

    /** Rows of a part: mostly on days of their own, some late ones, some without leave. */
    static RowText row(int part, int row) {
        int hash = (part * 31 + row) * 0x9E3779B9;
        int day = 19_000 + (row % 10 == 0 ? part / 2 : part + row % 3);
        int enter = day * 1440 + (hash >>> 8) % 1440;
        int leave = row % 7 == 0 && row % 10 != 0 ? -1 : enter + 1 + (hash >>> 20) % 200;
        return RowText.of("p" + (hash >>> 4) % 200, "v" + (hash >>> 12) % 40, enter, leave, "s" + part + "-" + row);
    }
}
