package org.bihuan.trace.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.trace.internal.file.FileMark;
import org.bihuan.trace.spi.VisitSink;
import org.bihuan.trace.spi.VisitSource;

/** The accepted rows of an index as a source of visits, with the leaves that were missing resolved from what is known now. */
final class Journal implements VisitSource {
    private final Path directory;
    private final IndexSettings settings;
    private final Map<Integer, List<RowsEntry>> entriesByDay;

    Journal(Path directory, IndexSettings settings, List<RowsEntry> entries) {
        this.directory = directory;
        this.settings = settings;
        entriesByDay = entries.stream().collect(Collectors.groupingBy(RowsEntry::day));
    }

    /** Journal files of the day, oldest append first. */
    List<RowsEntry> entries(int day) {
        return entriesByDay.getOrDefault(day, List.of());
    }

    /** Whether some row of the day has no leave of its own. */
    boolean hasOpenRows(int day) {
        return entries(day).stream().anyMatch(entry -> entry.openRows() > 0);
    }

    RowColumns rows(int day) throws IOException {
        List<RowsEntry> entries = entries(day);
        RowColumns rows = new RowColumns(capacity(entries));
        for (RowsEntry entry : entries) {
            FileMark mark = entry.mark();
            RowsFile.read(directory, mark, day, rows);
        }
        return rows;
    }

    private static int capacity(List<RowsEntry> entries) {
        return entries.stream().mapToInt(entry -> entry.rows() + 16).sum();
    }

    @Override
    public void forEachVisit(int epochDay, VisitSink sink) {
        try {
            RowColumns day = rows(epochDay);
            List<RowColumns> following = new ArrayList<>();
            if (day.countOpen() > 0) {
                for (int next = 1; next <= settings.assumedReachDays(); next++) {
                    following.add(rows(epochDay + next));
                }
            }
            new LeaveResolver(settings, day, following).forEachVisit(sink);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
