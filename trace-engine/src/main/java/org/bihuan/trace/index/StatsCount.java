package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bihuan.trace.internal.file.FileMark;

/** Counts an index's figures from its manifest; a day with late segments is united first, so that the count is exact. */
final class StatsCount {
    private final Path directory;
    private final Manifest manifest;

    StatsCount(Path directory, Manifest manifest) {
        this.directory = directory;
        this.manifest = manifest;
    }

    IndexStats count() throws IOException {
        TreeMap<Integer, Long> staysByDay = new TreeMap<>();
        TreeMap<Integer, Integer> lateByDay = new TreeMap<>();
        for (SegmentEntry entry : manifest.segments()) {
            staysByDay.merge(entry.day(), (long) entry.stays(), Long::sum);
            if (entry.isLate()) {
                lateByDay.merge(entry.day(), 1, Integer::sum);
            }
        }
        Journal journal = new Journal(directory, manifest.settings(), manifest.rows());
        for (int day : lateByDay.keySet()) {
            staysByDay.put(day, (long) Sealer.build(journal, day).stays());
        }
        return new IndexStats(
                manifest.rows().stream().mapToLong(RowsEntry::rows).sum(),
                staysByDay.values().stream().mapToLong(Long::longValue).sum(),
                manifest.people().count(),
                manifest.places().count(),
                staysByDay.size(),
                staysByDay.isEmpty() ? OptionalInt.empty() : OptionalInt.of(staysByDay.firstKey()),
                staysByDay.isEmpty() ? OptionalInt.empty() : OptionalInt.of(staysByDay.lastKey()),
                manifest.segments().size(),
                lateByDay.values().stream().mapToInt(Integer::intValue).sum(),
                bytes(manifest.segments().stream().map(SegmentEntry::mark)),
                bytes(manifest.rows().stream().map(RowsEntry::mark)),
                dictionaryBytes(manifest.people()) + dictionaryBytes(manifest.places()),
                manifest.settings());
    }

    private static long dictionaryBytes(DictionaryEntry entry) {
        return entry.mark().bytes() + entry.order().map(FileMark::bytes).orElse(0L);
    }

    private static long bytes(Stream<FileMark> marks) {
        return marks.mapToLong(FileMark::bytes).sum();
    }
}
