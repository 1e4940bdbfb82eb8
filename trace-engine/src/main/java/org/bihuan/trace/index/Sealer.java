package org.bihuan.trace.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bihuan.trace.internal.file.FileMark;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.DaySegmentBuilder;
import org.bihuan.trace.internal.segment.SegmentFile;

/** Builds segments out of the journal and writes them under names of the coming generation. */
final class Sealer {
    private final Path directory;
    private final IndexSettings settings;
    private final Journal journal;
    private final long generation;
    private int built;

    Sealer(Path directory, IndexSettings settings, Journal journal, long generation) {
        this.directory = directory;
        this.settings = settings;
        this.journal = journal;
        this.generation = generation;
    }

    /** The whole day in one segment, not written. */
    static DaySegment build(Journal journal, int day) throws IOException {
        int expected = journal.entries(day).stream().mapToInt(RowsEntry::rows).sum();
        DaySegmentBuilder builder = new DaySegmentBuilder(day, expected);
        try {
            journal.forEachVisit(day, builder::add);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        return builder.build();
    }

    /** The whole day in one segment file; empty when the day has no stays. */
    Optional<SegmentEntry> sealDay(int day) throws IOException {
        return write(build(journal, day), false);
    }

    /** Rows with leaves of their own that came after the day was sealed, in a small segment beside it. */
    Optional<SegmentEntry> sealLate(int day, RowColumns rows) throws IOException {
        DaySegmentBuilder builder = new DaySegmentBuilder(day, rows.size);
        for (int row = 0; row < rows.size; row++) {
            if (rows.leaves[row] - rows.enters[row] <= settings.maxStayMinutes()) {
                builder.add(rows.persons[row], rows.places[row], rows.enters[row], rows.leaves[row]);
            }
        }
        return write(builder.build(), true);
    }

    private Optional<SegmentEntry> write(DaySegment segment, boolean isLate) throws IOException {
        if (segment.stays() == 0) {
            return Optional.empty();
        }
        Path file = directory.resolve(IndexFiles.segment(segment.day(), isLate, generation));
        FileMark mark = SegmentFile.write(file, segment);
        built++;
        return Optional.of(new SegmentEntry(segment.day(), isLate, mark, segment.stays(), segment.lastLeave()));
    }

    int built() {
        return built;
    }
}
