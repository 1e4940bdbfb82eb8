package org.bihuan.trace.index;

import java.util.OptionalInt;

/**
 * Figures of an index.
 *
 * @param rows accepted rows, repeats not counted
 * @param stays united stays, counted on the day they begin
 * @param people ids of people known
 * @param places ids of places known
 * @param days days with stays
 * @param firstDay earliest of them, days since 1970-01-01; empty without stays
 * @param lastDay latest of them
 * @param segments segment files
 * @param lateSegments those of them that wait to be merged
 * @param segmentBytes bytes of the segment files: what questions need
 * @param journalBytes bytes of the journal: what segments are built again from
 * @param dictionaryBytes bytes of the ids and their order
 * @param settings how rows became stays
 */
public record IndexStats(
        long rows,
        long stays,
        int people,
        int places,
        int days,
        OptionalInt firstDay,
        OptionalInt lastDay,
        int segments,
        int lateSegments,
        long segmentBytes,
        long journalBytes,
        long dictionaryBytes,
        IndexSettings settings) {
    /** Bytes of the segments for each stay, both orders together. */
    public double segmentBytesPerStay() {
        return stays == 0 ? 0 : (double) segmentBytes / stays;
    }

    /** Bytes of everything on disk for each stay. */
    public double totalBytesPerStay() {
        return stays == 0 ? 0 : (double) (segmentBytes + journalBytes + dictionaryBytes) / stays;
    }
}
