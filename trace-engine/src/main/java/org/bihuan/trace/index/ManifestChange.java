package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bihuan.trace.internal.file.FileMark;

/** The last step of every change: dictionaries to disk, then the manifest, then the leftovers of the generation before. */
final class ManifestChange {
    private final Path directory;
    private final Manifest before;
    private final long generation;

    ManifestChange(Path directory, Manifest before, long generation) {
        this.directory = directory;
        this.before = before;
        this.generation = generation;
    }

    /** A change that brings new ids. */
    void commit(IdDictionary people, IdDictionary places, List<SegmentEntry> segments, List<RowsEntry> rows)
            throws IOException {
        commit(grown("people", before.people(), people), grown("places", before.places(), places), segments, rows);
    }

    /** A change of files only. */
    void commit(List<SegmentEntry> segments, List<RowsEntry> rows) throws IOException {
        commit(before.people(), before.places(), segments, rows);
    }

    private void commit(
            DictionaryEntry people, DictionaryEntry places, List<SegmentEntry> segments, List<RowsEntry> rows)
            throws IOException {
        Manifest after = new Manifest(generation, before.settings(), people, places, segments, rows);
        ManifestFile.commit(directory, after);
        IndexFiles.removeLeftovers(directory, after.fileNames());
    }

    private DictionaryEntry grown(String name, DictionaryEntry entry, IdDictionary dictionary) throws IOException {
        FileMark mark = DictionaryFile.append(directory, entry.mark(), entry.count(), dictionary);
        if (dictionary.size() == entry.count()) {
            return new DictionaryEntry(entry.count(), mark, entry.order());
        }
        Optional<FileMark> order = OrderFile.write(directory.resolve(IndexFiles.order(name, generation)), dictionary);
        return new DictionaryEntry(dictionary.size(), mark, order);
    }
}
