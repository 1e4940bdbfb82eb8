package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bihuan.trace.internal.file.DamagedFile;
import org.bihuan.trace.internal.segment.SegmentFile;

/** The care of an index: merging late segments, mending damaged ones, dropping days past their retention. */
public final class IndexCare {
    /** The list of what was dropped, in the index directory. */
    public static final String RETENTION_LOG = "retention.log";

    private final Path directory;

    /** For the index in the directory. */
    public IndexCare(Path directory) {
        this.directory = directory;
    }

    /** Merges late segments into the segments of their days; returns how many days were written again. */
    public int merge() throws IOException {
        try (IndexLock lock = IndexLock.take(directory)) {
            Manifest before = manifest();
            SegmentList segments = segments(before);
            TreeSet<Integer> days = new TreeSet<>(segments.daysToMerge());
            for (int day : days) {
                segments.reseal(day);
            }
            if (!days.isEmpty()) {
                change(before).commit(segments.entries(), before.rows());
            }
            return days.size();
        }
    }

    /** Reads every segment and builds the refused ones again from the journal; returns why each was refused. */
    public List<String> repair() throws IOException {
        try (IndexLock lock = IndexLock.take(directory)) {
            Manifest before = manifest();
            SegmentList segments = segments(before);
            List<String> refusals = new ArrayList<>();
            TreeSet<Integer> days = new TreeSet<>();
            for (SegmentEntry entry : before.segments()) {
                try {
                    SegmentFile.read(directory, entry.mark(), entry.day());
                } catch (DamagedFile damaged) {
                    if (before.rows().stream().noneMatch(rows -> rows.day() == entry.day())) {
                        throw damaged; // sealed from a source elsewhere: nothing here to build it from
                    }
                    refusals.add(String.valueOf(damaged.getMessage()));
                    days.add(entry.day());
                }
            }
            for (int day : days) {
                segments.reseal(day);
            }
            // written even when nothing was damaged: a damaged manifest is mended from its copy this way
            change(before).commit(segments.entries(), before.rows());
            return refusals;
        }
    }

    /**
     * Drops all days before the one given, segments and journal, and logs the hash of each file dropped.
     *
     * @param now written to the log
     * @return names of the files dropped
     */
    public List<String> dropBefore(LocalDate day, Instant now) throws IOException {
        try (IndexLock lock = IndexLock.take(directory)) {
            Manifest before = manifest();
            int first = Math.toIntExact(day.toEpochDay());
            SegmentList segments = segments(before);
            segments.removeBefore(first);
            List<RowsEntry> rows =
                    before.rows().stream().filter(entry -> entry.day() >= first).toList();
            Manifest after = new Manifest(
                    before.generation(), before.settings(), before.people(), before.places(), segments.entries(), rows);
            TreeSet<String> dropped = new TreeSet<>(before.fileNames());
            dropped.removeAll(after.fileNames());
            if (!dropped.isEmpty()) {
                log(dropped, now);
                change(before).commit(segments.entries(), rows);
            }
            return List.copyOf(dropped);
        }
    }

    private void log(Iterable<String> names, Instant now) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            String hash = FileHash.sha256(directory.resolve(name));
            lines.append(now)
                    .append(" dropped ")
                    .append(name)
                    .append(" sha256 ")
                    .append(hash)
                    .append('\n');
        }
        try (FileChannel channel = FileChannel.open(
                directory.resolve(RETENTION_LOG), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Manifest manifest() throws IOException {
        TraceIndex.requireIndex(directory);
        Manifest manifest = ManifestFile.read(directory);
        IndexFiles.removeLeftovers(directory, manifest.fileNames());
        return manifest;
    }

    private SegmentList segments(Manifest manifest) {
        Journal journal = new Journal(directory, manifest.settings(), manifest.rows());
        Sealer sealer = new Sealer(directory, manifest.settings(), journal, manifest.generation() + 1);
        return new SegmentList(manifest.segments(), sealer);
    }

    private ManifestChange change(Manifest before) {
        return new ManifestChange(directory, before, before.generation() + 1);
    }
}
