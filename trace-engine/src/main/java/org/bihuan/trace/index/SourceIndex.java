package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.bihuan.trace.internal.file.FileMark;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.DaySegmentBuilder;
import org.bihuan.trace.internal.segment.SegmentFile;
import org.bihuan.trace.spi.VisitSource;

/**
 * Seals segments straight from a source that keeps the visits itself: a database, a generator. The index has no journal;
 * a damaged segment is refused and sealed again from the source by whoever holds it. One day is in memory at a time.
 */
public final class SourceIndex {
    private final Path directory;
    private final IndexSettings settings;
    private final Consumer<String> progress;

    /** An index to be made in an empty directory. */
    public SourceIndex(Path directory, IndexSettings settings, Consumer<String> progress) {
        this.directory = directory;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Seals the days and makes them the index.
     *
     * @param days UTC days, ascending
     * @param expected visits a day, about
     * @param people ids of people by number, from 0 to peopleCount - 1
     * @param places ids of places by number, from 0 to placeCount - 1
     */
    public SealReport seal(
            VisitSource source,
            List<Integer> days,
            int expected,
            int peopleCount,
            IntFunction<String> people,
            int placeCount,
            IntFunction<String> places)
            throws IOException {
        try (IndexLock lock = IndexLock.take(directory)) {
            if (ManifestFile.exists(directory)) {
                throw new IndexProblem(
                        "索引 " + directory + " 已存在,只能从来源生成一次。",
                        "index " + directory + " exists; it is sealed from a source only once");
            }
            Manifest empty = Manifest.empty(settings);
            IndexFiles.removeLeftovers(directory, empty.fileNames());
            List<SegmentEntry> segments = new ArrayList<>();
            long visits = 0;
            long sealNanos = 0;
            for (int day : days) {
                DaySegmentBuilder builder = new DaySegmentBuilder(day, expected);
                source.forEachVisit(day, builder::add);
                visits += builder.size();
                long start = System.nanoTime();
                DaySegment segment = builder.build();
                Path file = directory.resolve(IndexFiles.segment(day, false, 1));
                FileMark mark = SegmentFile.write(file, segment);
                sealNanos += System.nanoTime() - start;
                segments.add(new SegmentEntry(day, false, mark, segment.stays(), segment.lastLeave()));
                progress.accept("sealed day " + day + ", " + segment.stays() + " stays, " + mark.bytes() + " bytes");
            }
            DictionaryEntry peopleEntry = dictionary("people", empty.people(), peopleCount, people);
            DictionaryEntry placesEntry = dictionary("places", empty.places(), placeCount, places);
            Manifest manifest = new Manifest(1, settings, peopleEntry, placesEntry, segments, List.of());
            ManifestFile.commit(directory, manifest);
            return new SealReport(visits, sealNanos / 1e9);
        }
    }

    private DictionaryEntry dictionary(String name, DictionaryEntry empty, int count, IntFunction<String> ids)
            throws IOException {
        IdDictionary dictionary = new IdDictionary();
        for (int number = 0; number < count; number++) {
            byte[] id = ids.apply(number).getBytes(StandardCharsets.UTF_8);
            if (dictionary.numberOf(id, 0, id.length) != number) {
                throw new IllegalArgumentException(name + ": id " + ids.apply(number) + " occurs twice");
            }
        }
        FileMark mark = DictionaryFile.append(directory, empty.mark(), 0, dictionary);
        Optional<FileMark> order = OrderFile.write(directory.resolve(IndexFiles.order(name, 1)), dictionary);
        return new DictionaryEntry(count, mark, order);
    }

    /**
     * What sealing took.
     *
     * @param visits visits handed over by the source
     * @param sealSeconds sorting, packing, writing and forcing to disk, without the source's own time
     */
    public record SealReport(long visits, double sealSeconds) {}
}
