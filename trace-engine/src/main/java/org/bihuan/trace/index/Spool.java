package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.trace.internal.file.DurableFiles;
import org.bihuan.trace.internal.file.FileMark;

/**
 * New rows sorted into days while a source is read: in memory while they are few, in files aside beyond that, so that an
 * append may be larger than memory. Nothing of it outlives the writer.
 */
final class Spool {
    /** Rows of one day kept in memory. */
    private static final int DAY_LIMIT = 1 << 20;
    /** Rows of all days kept in memory. */
    private static final int LIMIT = 12 << 20;

    private final Path directory;
    private final Map<Integer, RowColumns> buffers = new TreeMap<>();
    private final Map<Integer, List<FileMark>> files = new HashMap<>();
    private int buffered;
    private int fileCount;
    private long ids;

    Spool(Path directory) {
        this.directory = directory;
    }

    void add(int day, int person, int place, int enter, int leave, ScanId id) throws IOException {
        RowColumns buffer = buffers.get(day);
        if (buffer == null) {
            buffer = new RowColumns(64);
            buffers.put(day, buffer);
        }
        buffer.add(person, place, enter, leave, id.high(), id.low());
        buffered++;
        ids += (id.high() | id.low()) == 0 ? 0 : 1;
        if (buffer.size >= DAY_LIMIT) {
            flush(day, buffer);
        } else if (buffered >= LIMIT) {
            for (Map.Entry<Integer, RowColumns> entry : buffers.entrySet()) {
                flush(entry.getKey(), entry.getValue());
            }
            buffers.clear();
        }
    }

    private void flush(int day, RowColumns buffer) throws IOException {
        if (buffer.size == 0) {
            return;
        }
        Path file = directory.resolve("spool-" + fileCount++ + DurableFiles.ASIDE);
        files.computeIfAbsent(day, key -> new ArrayList<>()).add(RowsFile.write(file, day, buffer));
        buffered -= buffer.size;
        buffer.clear();
    }

    /** How many rows came with a scan id. */
    long ids() {
        return ids;
    }

    NavigableSet<Integer> days() {
        NavigableSet<Integer> days = new TreeSet<>(files.keySet());
        buffers.forEach((day, buffer) -> {
            if (buffer.size > 0) {
                days.add(day);
            }
        });
        return days;
    }

    /** The day's rows in the order they were added. */
    RowColumns rows(int day) throws IOException {
        RowColumns result = new RowColumns(64);
        for (FileMark mark : files.getOrDefault(day, List.of())) {
            RowsFile.read(directory, mark, day, result);
        }
        RowColumns buffer = buffers.get(day);
        if (buffer != null) {
            for (int row = 0; row < buffer.size; row++) {
                result.addFrom(buffer, row);
            }
        }
        return result;
    }

    /** Forgets a day that has been taken over. */
    void remove(int day) throws IOException {
        buffers.remove(day);
        for (FileMark mark : files.getOrDefault(day, List.of())) {
            Files.deleteIfExists(directory.resolve(mark.name()));
        }
        files.remove(day);
    }
}
