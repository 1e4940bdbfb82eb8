package org.bihuan.trace.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bihuan.city.movement.CityDays;
import org.bihuan.city.movement.CityShape;
import org.bihuan.trace.index.IndexSettings;
import org.bihuan.trace.index.SourceIndex;
import org.bihuan.trace.index.TraceIndex;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.DaySegmentBuilder;
import org.bihuan.trace.internal.segment.SegmentFile;

/** The city's stays, sealed once straight into segments and kept for later runs. */
final class DataSet {
    private final BenchOptions options;
    private final Path directory;
    private final Consumer<String> progress;
    private double sealSeconds;
    private double startSeconds;

    DataSet(BenchOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        directory = options.dataFolder().resolve("index");
    }

    TraceIndex open() throws IOException {
        if (!Files.exists(directory.resolve("MANIFEST"))) {
            seal();
        }
        sealSeconds = Double.parseDouble(Files.readString(sealTime()));
        long start = System.nanoTime();
        TraceIndex index = TraceIndex.open(directory, progress);
        startSeconds = (System.nanoTime() - start) / 1e9;
        return index;
    }

    private void seal() throws IOException {
        CityShape shape = new CityShape(options.people(), BenchOptions.SEED);
        List<Integer> days = IntStream.range(0, options.days())
                .mapToObj(day -> BenchOptions.FIRST_DAY + day)
                .toList();
        IndexSettings settings = new IndexSettings(OptionalInt.empty(), IndexSettings.DEFAULT_MAX_STAY_MINUTES);
        CityDays city = new CityDays(shape);
        SourceIndex.SealReport report = new SourceIndex(directory, settings, progress)
                .seal(
                        (day, sink) -> city.forEachStay(day, sink::visit),
                        days,
                        options.people() * 5,
                        options.people(),
                        CityShape::personId,
                        shape.places(),
                        CityShape::placeId);
        Files.writeString(sealTime(), String.valueOf(report.sealSeconds()));
    }

    private Path sealTime() {
        return directory.resolveSibling("seal-seconds.txt");
    }

    Path directory() {
        return directory;
    }

    /** Seconds of sorting, packing and writing when the data set was made, in this run or an earlier one. */
    double sealSeconds() {
        return sealSeconds;
    }

    /** Seconds from nothing to an engine over all segments, every checksum checked. */
    double startSeconds() {
        return startSeconds;
    }

    /** Visits a second from columns of ints, in the order of time, to a segment forced to disk. */
    double binaryRate(DaySegment segment) throws IOException {
        int count = segment.stays();
        int[][] columns = new int[4][count];
        int[] size = {0};
        segment.forEachStay((person, place, enter, leave) -> {
            int at = size[0]++;
            columns[0][at] = person;
            columns[1][at] = place;
            columns[2][at] = enter;
            columns[3][at] = leave;
        });
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) columns[2][i] << 32 | i;
        }
        Arrays.sort(order);
        int[][] inTime = new int[4][count];
        for (int i = 0; i < count; i++) {
            for (int column = 0; column < 4; column++) {
                inTime[column][i] = columns[column][(int) order[i]];
            }
        }
        Path file = directory.resolveSibling("rate.seg");
        double best = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            DaySegmentBuilder builder = new DaySegmentBuilder(segment.day(), count);
            for (int i = 0; i < count; i++) {
                builder.add(inTime[0][i], inTime[1][i], inTime[2][i], inTime[3][i]);
            }
            SegmentFile.write(file, builder.build());
            best = Math.max(best, count / ((System.nanoTime() - start) / 1e9));
        }
        Files.delete(file);
        return best;
    }

    /** Length of the longest stay. */
    static int longest(List<DaySegment> segments) {
        int[] longest = {1};
        segments.forEach(segment ->
                segment.forEachStay((person, place, enter, leave) -> longest[0] = Math.max(longest[0], leave - enter)));
        return longest[0];
    }
}
