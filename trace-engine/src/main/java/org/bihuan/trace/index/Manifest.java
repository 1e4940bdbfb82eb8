package org.bihuan.trace.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that belongs to the index at one moment. A file it does not name does not exist for anyone; replacing it is
 * the one step that makes an append, a merge or a drop happen.
 *
 * @param generation grows by one with each change; part of the names of new files, so that no name is ever used twice
 * @param settings how rows become stays
 * @param people ids of people
 * @param places ids of places
 * @param segments sorted by day, the main segment of a day first
 * @param rows sorted by day, oldest append first
 */
record Manifest(
        long generation,
        IndexSettings settings,
        DictionaryEntry people,
        DictionaryEntry places,
        List<SegmentEntry> segments,
        List<RowsEntry> rows) {
    public Manifest {
        segments = List.copyOf(segments);
        rows = List.copyOf(rows);
    }

    static Manifest empty(IndexSettings settings) {
        return new Manifest(
                0,
                settings,
                DictionaryEntry.empty("people.ids"),
                DictionaryEntry.empty("places.ids"),
                List.of(),
                List.of());
    }

    /** Names of all files the index consists of, but for the manifest itself. */
    Set<String> fileNames() {
        Set<String> names = new HashSet<>();
        segments.forEach(entry -> names.add(entry.mark().name()));
        rows.forEach(entry -> names.add(entry.mark().name()));
        for (DictionaryEntry dictionary : List.of(people, places)) {
            names.add(dictionary.mark().name());
            dictionary.order().ifPresent(mark -> names.add(mark.name()));
        }
        return names;
    }
}
