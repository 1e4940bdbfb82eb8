package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.internal.file.DamagedFile;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.SegmentFile;

/**
 * An index opened for questions: the ids, and an engine over its segments. It is a snapshot; appends made later are seen
 * by opening again. A damaged segment is refused by name, told to whoever listens, and built again in memory from the
 * journal; its file is mended by {@link IndexCare#repair}. Immutable, thread-safe.
 */
public final class TraceIndex {
    private static final int READ_ATTEMPTS = 20;

    private final IdDictionary people;
    private final IdDictionary places;
    private final TraceEngine engine;

    private TraceIndex(IdDictionary people, IdDictionary places, TraceEngine engine) {
        this.people = people;
        this.places = places;
        this.engine = engine;
    }

    /** Opens all days. */
    public static TraceIndex open(Path directory, Consumer<String> notices) throws IOException {
        return open(directory, new Window(0, EpochMinute.LIMIT), notices);
    }

    /** Opens the days a question about the window can need. */
    public static TraceIndex open(Path directory, Window window, Consumer<String> notices) throws IOException {
        requireIndex(directory);
        for (int attempt = 1; ; attempt++) {
            Manifest manifest = ManifestFile.read(directory);
            try {
                return read(directory, manifest, window, notices);
            } catch (DamagedFile refused) {
                // a file may be gone because a writer has just replaced the manifest it was named in
                boolean isChanged = ManifestFile.read(directory).generation() != manifest.generation();
                if (!isChanged || attempt == READ_ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    static void requireIndex(Path directory) throws IndexProblem {
        if (!ManifestFile.exists(directory)) {
            throw new IndexProblem(
                    "index:" + directory + " 里没有索引(缺 " + ManifestFile.NAME + ")。",
                    "index: " + directory + " holds no index (no " + ManifestFile.NAME + ")");
        }
    }

    private static TraceIndex read(Path directory, Manifest manifest, Window window, Consumer<String> notices)
            throws IOException {
        DictionaryEntry peopleEntry = manifest.people();
        DictionaryEntry placesEntry = manifest.places();
        IdDictionary people = DictionaryFile.read(directory, peopleEntry.mark(), peopleEntry.count());
        IdDictionary places = DictionaryFile.read(directory, placesEntry.mark(), placesEntry.count());
        Journal journal = new Journal(directory, manifest.settings(), manifest.rows());
        List<DaySegment> segments = new ArrayList<>();
        List<Integer> damagedDays = new ArrayList<>();
        for (SegmentEntry entry : manifest.segments()) {
            boolean isNeeded = entry.lastLeave() > window.fromMinute() && entry.day() * 1440 < window.toMinute();
            if (!isNeeded || damagedDays.contains(entry.day())) {
                continue;
            }
            try {
                segments.add(SegmentFile.read(directory, entry.mark(), entry.day()));
            } catch (DamagedFile damaged) {
                if (journal.entries(entry.day()).isEmpty()) {
                    throw damaged; // sealed from a source elsewhere: nothing here to build it from
                }
                notices.accept(
                        damaged.getMessage() + "; built again from the journal in memory, repair mends the file");
                damagedDays.add(entry.day());
            }
        }
        for (int day : damagedDays) {
            segments.removeIf(segment -> segment.day() == day);
            segments.add(Sealer.build(journal, day));
        }
        TraceEngine engine = TraceEngine.of(
                segments,
                OrderFile.read(directory, peopleEntry, people),
                OrderFile.read(directory, placesEntry, places));
        return new TraceIndex(people, places, engine);
    }

    /** The person's number; empty for an id the index has never seen. */
    public OptionalInt findPerson(String id) {
        return optional(people.find(id));
    }

    /** The place's number; empty for an id the index has never seen. */
    public OptionalInt findPlace(String id) {
        return optional(places.find(id));
    }

    private static OptionalInt optional(int number) {
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Id of a person. */
    public String person(int number) {
        return people.text(number);
    }

    /** Id of a place. */
    public String place(int number) {
        return places.text(number);
    }

    /** Answers questions about the days opened. */
    public TraceEngine engine() {
        return engine;
    }

    /** Figures of an index, without opening it: only days with late segments are looked into. */
    public static IndexStats stats(Path directory) throws IOException {
        requireIndex(directory);
        return new StatsCount(directory, ManifestFile.read(directory)).count();
    }
}
