package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bihuan.trace.internal.file.FileMark;

/**
 * One append to an index: rows come in, {@link #commit()} makes all of them part of it or, after a crash at any instant,
 * none. A row that is already there changes nothing. Only one writer at a time; not thread-safe.
 */
public final class TraceIndexWriter implements AutoCloseable {
    /** New rows of a day that are kept in memory between the journal and a late segment. */
    private static final int SMALL = 1 << 16;

    private static final RowColumns TOO_MANY_TO_KEEP = new RowColumns(0);

    private final Path directory;
    private final IndexLock lock;
    private final Manifest before;
    private final Consumer<String> progress;
    private final IdDictionary people;
    private final IdDictionary places;
    private final Spool spool;
    private final Journal journal;
    private final ScanId scanId = new ScanId();
    private final RejectionCounts rejected = new RejectionCounts();
    private long rows;
    private long accepted;

    private TraceIndexWriter(Path directory, IndexLock lock, Manifest before, Consumer<String> progress)
            throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.before = before;
        this.progress = progress;
        people = DictionaryFile.read(
                directory, before.people().mark(), before.people().count());
        places = DictionaryFile.read(
                directory, before.places().mark(), before.places().count());
        journal = new Journal(directory, before.settings(), before.rows());
        spool = new Spool(directory);
    }

    /** Opens an index for appending, or makes a new one; refuses settings other than those it was made with. */
    public static TraceIndexWriter open(Path directory, IndexSettings settings, Consumer<String> progress)
            throws IOException {
        IndexLock lock = IndexLock.take(directory);
        try {
            Manifest manifest =
                    ManifestFile.exists(directory) ? ManifestFile.read(directory) : Manifest.empty(settings);
            if (!manifest.settings().equals(settings)) {
                String made = describe(manifest.settings());
                throw new IndexProblem(
                        "索引 " + directory + " 建立时为 " + made + ",追加时须用同样的设置。",
                        "index " + directory + " was made with " + made + "; this append says " + describe(settings));
            }
            IndexFiles.removeLeftovers(directory, manifest.fileNames());
            return new TraceIndexWriter(directory, lock, manifest, progress);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static String describe(IndexSettings settings) {
        String assumed = settings.assumedStayMinutes().isPresent()
                ? "--assumed-stay " + settings.assumedStayMinutes().getAsInt() + "m"
                : "no --assumed-stay";
        return assumed + " and --max-stay " + settings.maxStayMinutes() + "m";
    }

    /** Counts a row the caller could not even read. */
    public void reject(Rejection reason) {
        rows++;
        rejected.add(reason);
    }

    /** Takes a row; what is wrong with it is counted. */
    public void add(RowText row) throws IOException {
        rows++;
        IndexSettings settings = before.settings();
        boolean isOpen = row.leave == RowColumns.OPEN;
        boolean keepsTooLong = settings.assumedStayMinutes().isPresent();
        if (row.personTo - row.personFrom > IdDictionary.MAX_ID_BYTES
                || row.placeTo - row.placeFrom > IdDictionary.MAX_ID_BYTES) {
            rejected.add(Rejection.ID_TOO_LONG);
            return;
        }
        if (isOpen && settings.assumedStayMinutes().isEmpty()) {
            rejected.add(Rejection.MISSING_LEAVE);
            return;
        }
        if (!isOpen && row.leave <= row.enter) {
            rejected.add(Rejection.LEAVE_NOT_AFTER_ENTER);
            return;
        }
        if (isTooLong(row.enter, row.leave)) {
            rejected.add(Rejection.LONGER_THAN_MAX_STAY);
            if (!keepsTooLong) {
                return;
            }
            // no stay comes of it, but its enter still cuts an assumed stay short
        }
        int person = people.numberOf(row.text, row.personFrom, row.personTo);
        int place = places.numberOf(row.text, row.placeFrom, row.placeTo);
        scanId.set(row.text, row.idFrom, row.idTo);
        spool.add(row.enter / 1440, person, place, row.enter, row.leave, scanId);
    }

    private boolean isTooLong(int enter, int leave) {
        return leave != RowColumns.OPEN && leave - enter > before.settings().maxStayMinutes();
    }

    /** Makes the rows part of the index. The writer is spent afterwards. */
    public AppendReport commit() throws IOException {
        long generation = before.generation() + 1;
        NavigableSet<Integer> newDays = spool.days();
        Set<IdConflicts.RowKey> conflicts = new IdConflicts(spool, journal).find(journalDays());
        List<RowsEntry> entries = new ArrayList<>(before.rows());
        NavigableMap<Integer, RowColumns> appended = new TreeMap<>();
        for (int day : newDays) {
            progress.accept("sorting rows of " + LocalDate.ofEpochDay(day));
            RowColumns fresh = freshRows(day, conflicts);
            spool.remove(day);
            if (fresh.size > 0) {
                entries.add(writeRows(day, fresh, generation));
                appended.put(day, fresh.size <= SMALL ? fresh : TOO_MANY_TO_KEEP);
            }
        }
        entries.sort(Comparator.comparingInt(RowsEntry::day));
        Journal extended = new Journal(directory, before.settings(), entries);
        Sealer sealer = new Sealer(directory, before.settings(), extended, generation);
        SegmentList segments = new SegmentList(before.segments(), sealer);
        for (Map.Entry<Integer, RowColumns> entry : appended.entrySet()) {
            int day = entry.getKey();
            progress.accept("sealing " + LocalDate.ofEpochDay(day));
            boolean isSmall = entry.getValue() != TOO_MANY_TO_KEEP;
            if (isSmall && segments.has(day) && !extended.hasOpenRows(day)) {
                segments.addLate(day, entry.getValue());
            } else {
                segments.reseal(day);
            }
        }
        for (int day : daysWithMovedLeaves(appended.keySet(), extended)) {
            segments.reseal(day);
        }
        ManifestChange change = new ManifestChange(directory, before, generation);
        change.commit(people, places, segments.entries(), entries);
        return new AppendReport(rows, accepted, rejected.asMap(), sealer.built());
    }

    private NavigableSet<Integer> journalDays() {
        NavigableSet<Integer> days = new TreeSet<>();
        before.rows().forEach(entry -> days.add(entry.day()));
        return days;
    }

    /** Days not appended to, whose missing leaves the new rows may cut shorter. */
    private NavigableSet<Integer> daysWithMovedLeaves(Set<Integer> appended, Journal extended) {
        NavigableSet<Integer> days = new TreeSet<>();
        for (int day : appended) {
            for (int back = 1; back <= before.settings().assumedReachDays(); back++) {
                if (!appended.contains(day - back) && extended.hasOpenRows(day - back)) {
                    days.add(day - back);
                }
            }
        }
        return days;
    }

    /** The day's new rows without repeats and conflicts, which are counted here. */
    private RowColumns freshRows(int day, Set<IdConflicts.RowKey> conflicts) throws IOException {
        RowColumns all = journal.rows(day);
        int known = all.size;
        RowColumns incoming = spool.rows(day);
        RowSet set = new RowSet(all, known + incoming.size);
        for (int row = 0; row < known; row++) {
            set.add(row);
        }
        RowColumns fresh = new RowColumns(Math.max(16, incoming.size));
        for (int row = 0; row < incoming.size; row++) {
            boolean counts = !isTooLong(incoming.enters[row], incoming.leaves[row]);
            if (!conflicts.isEmpty() && conflicts.contains(key(day, incoming, row))) {
                count(counts, Rejection.SAME_ID_OTHER_CONTENT);
                continue;
            }
            all.addFrom(incoming, row);
            switch (set.add(all.size - 1)) {
                case FRESH -> {
                    fresh.addFrom(incoming, row);
                    accepted += counts ? 1 : 0;
                }
                case REPEATED -> count(counts, Rejection.REPEATED);
                case CONFLICTING -> count(counts, Rejection.SAME_ID_OTHER_CONTENT);
            }
        }
        return fresh;
    }

    private void count(boolean counts, Rejection reason) {
        if (counts) {
            rejected.add(reason);
        }
    }

    private static IdConflicts.RowKey key(int day, RowColumns rows, int row) {
        return new IdConflicts.RowKey(day, rows.idHigh(row), rows.idLow(row));
    }

    private RowsEntry writeRows(int day, RowColumns fresh, long generation) throws IOException {
        FileMark mark = RowsFile.write(directory.resolve(IndexFiles.rows(day, generation)), day, fresh);
        int stays = 0;
        for (int row = 0; row < fresh.size; row++) {
            stays += isTooLong(fresh.enters[row], fresh.leaves[row]) ? 0 : 1;
        }
        return new RowsEntry(day, mark, stays, fresh.countOpen());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
