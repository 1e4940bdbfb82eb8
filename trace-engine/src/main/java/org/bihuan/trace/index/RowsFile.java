package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.bihuan.trace.internal.file.ColumnReader;
import org.bihuan.trace.internal.file.ColumnWriter;
import org.bihuan.trace.internal.file.DurableFiles;
import org.bihuan.trace.internal.file.FileMark;

/**
 * The journal: the accepted rows of one day that one append brought, as a file that never changes. Segments are built from
 * these, and built again when one is damaged or when a later row moves an assumed leave.
 */
final class RowsFile {
    private static final int MAGIC = 0x52544842; // BHTR
    private static final int VERSION = 1;

    private RowsFile() {}

    static FileMark write(Path file, int day, RowColumns rows) throws IOException {
        return DurableFiles.write(file, writer -> {
            writer.putInt(MAGIC);
            writer.putInt(VERSION);
            writer.putInt(day);
            putBlock(writer, rows);
        });
    }

    /** Appends the file's rows to those given. */
    static void read(Path directory, FileMark mark, int expectedDay, RowColumns into) throws IOException {
        try (ColumnReader reader = ColumnReader.open(directory, mark, false)) {
            reader.expect(MAGIC, VERSION, "journal of rows");
            int day = reader.getInt();
            if (day != expectedDay) {
                throw reader.refused("it holds day " + day + ", not " + expectedDay);
            }
            int before = into.size;
            getBlock(reader, into);
            try {
                reader.end();
            } catch (IOException damaged) {
                into.size = before;
                throw damaged;
            }
        }
    }

    static void putBlock(ColumnWriter writer, RowColumns rows) throws IOException {
        writer.putInt(rows.size);
        writer.putInt(rows.hasIds ? 1 : 0);
        writer.putInts(rows.persons, rows.size);
        writer.putInts(rows.places, rows.size);
        writer.putInts(rows.enters, rows.size);
        writer.putInts(rows.leaves, rows.size);
        if (rows.hasIds) {
            writer.putLongs(rows.idHighs, rows.size);
            writer.putLongs(rows.idLows, rows.size);
        }
    }

    static void getBlock(ColumnReader reader, RowColumns into) throws IOException {
        int count = reader.getCount(16);
        boolean hasIds = reader.getInt() == 1;
        into.reserve(count);
        if (hasIds) {
            into.useIds();
        }
        System.arraycopy(reader.getInts(count), 0, into.persons, into.size, count);
        System.arraycopy(reader.getInts(count), 0, into.places, into.size, count);
        System.arraycopy(reader.getInts(count), 0, into.enters, into.size, count);
        System.arraycopy(reader.getInts(count), 0, into.leaves, into.size, count);
        if (hasIds) {
            System.arraycopy(reader.getLongs(count), 0, into.idHighs, into.size, count);
            System.arraycopy(reader.getLongs(count), 0, into.idLows, into.size, count);
        } else if (into.hasIds) {
            Arrays.fill(into.idHighs, into.size, into.size + count, 0);
            Arrays.fill(into.idLows, into.size, into.size + count, 0);
        }
        into.size += count;
    }
}
