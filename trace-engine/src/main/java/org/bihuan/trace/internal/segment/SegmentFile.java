package org.bihuan.trace.internal.segment;

import java.io.IOException;
import java.nio.file.Path;
import org.bihuan.trace.internal.file.ColumnReader;
import org.bihuan.trace.internal.file.ColumnWriter;
import org.bihuan.trace.internal.file.DurableFiles;
import org.bihuan.trace.internal.file.FileMark;

/**
 * A segment as a file, version 2: magic, version, day, stays, last leave; then the directory, starts and packed words of
 * the order by person; then the directory, heads, hour tables and entries of the order by place. Each array has
 * its count before it. The file is the memory image, so that reading is copying.
 */
public final class SegmentFile {
    private static final int MAGIC = 0x53544842; // BHTS
    private static final int VERSION = 2;

    private SegmentFile() {}

    /** Writes the segment aside, forces it to disk and moves it to its name. */
    public static FileMark write(Path file, DaySegment segment) throws IOException {
        return DurableFiles.write(file, writer -> {
            writer.putInt(MAGIC);
            writer.putInt(VERSION);
            writer.putInt(segment.day);
            writer.putInt(segment.stays);
            writer.putInt(segment.lastLeave);
            PersonOrder byPerson = segment.personOrder;
            writer.putInt(byPerson.placeBits);
            writer.putInt(byPerson.lengthBits);
            putDirectory(writer, byPerson.directory);
            putInts(writer, byPerson.starts);
            putLongs(writer, byPerson.words);
            PlaceOrder byPlace = segment.placeOrder;
            putDirectory(writer, byPlace.directory);
            putLongs(writer, byPlace.heads);
            putInts(writer, byPlace.table);
            putLongs(writer, byPlace.entries);
        });
    }

    /** Reads a segment that must be the marked one, of the day given; throws DamagedFile otherwise. */
    public static DaySegment read(Path directory, FileMark mark, int expectedDay) throws IOException {
        try (ColumnReader reader = ColumnReader.open(directory, mark, false)) {
            reader.expect(MAGIC, VERSION, "trace segment");
            int day = reader.getInt();
            if (day != expectedDay) {
                throw reader.refused("it holds day " + day + ", not " + expectedDay);
            }
            int stays = reader.getInt();
            int lastLeave = reader.getInt();
            int placeBits = reader.getInt();
            int lengthBits = reader.getInt();
            IdDirectory people = directory(reader);
            PersonOrder byPerson = new PersonOrder(people, ints(reader), longs(reader), placeBits, lengthBits);
            IdDirectory venues = directory(reader);
            PlaceOrder byPlace = new PlaceOrder(venues, longs(reader), ints(reader), longs(reader));
            reader.end();
            return new DaySegment(day, stays, lastLeave, byPerson, byPlace);
        }
    }

    private static void putDirectory(ColumnWriter writer, IdDirectory directory) throws IOException {
        writer.putInt(directory.isDense() ? 1 : 0);
        writer.putInt(directory.size());
        putInts(writer, directory.keys());
    }

    private static IdDirectory directory(ColumnReader reader) throws IOException {
        boolean dense = reader.getInt() == 1;
        int size = reader.getInt();
        int[] keys = ints(reader);
        return dense ? IdDirectory.dense(size) : IdDirectory.sparse(keys);
    }

    private static void putInts(ColumnWriter writer, int[] values) throws IOException {
        writer.putInt(values.length);
        writer.putInts(values, values.length);
    }

    private static void putLongs(ColumnWriter writer, long[] values) throws IOException {
        writer.putInt(values.length);
        writer.putLongs(values, values.length);
    }

    private static int[] ints(ColumnReader reader) throws IOException {
        return reader.getInts(reader.getCount(Integer.BYTES));
    }

    private static long[] longs(ColumnReader reader) throws IOException {
        return reader.getLongs(reader.getCount(Long.BYTES));
    }
}
