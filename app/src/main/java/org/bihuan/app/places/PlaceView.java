package org.bihuan.app.places;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a place shows.
 *
 * @param id its number
 * @param at the moment it is shown for
 * @param moment the same as a form has it
 * @param name its name then; of one that was not then, its last
 * @param isThen whether it was there then
 * @param kind key of its kind
 * @param around the places around it, coarsest first
 * @param versions what it was, first to last
 * @param origins what it came from
 * @param heirs what came out of it
 * @param now which places stand for it at the moment
 * @param inside what lies directly in it
 * @param finer kinds that can be added in it
 * @param error what was wrong with the last change, empty when nothing was
 */
public record PlaceView(
        String id,
        Instant at,
        String moment,
        String name,
        boolean isThen,
        String kind,
        List<PlaceLine> around,
        List<Version> versions,
        List<Change> origins,
        List<Change> heirs,
        List<PlaceLine> now,
        List<PlaceLine> inside,
        List<String> finer,
        String error) {
    /** A name and how long it held; from is null for always. */
    public record Version(
            String name, @Nullable Instant from, @Nullable Instant to) {}

    /** A place it has to do with, how and since when. */
    public record Change(PlaceLine place, String how, Instant at) {}
}
