package org.bihuan.app.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.places.risk.Figures;
import org.bihuan.places.risk.ListDifference;
import org.bihuan.places.risk.RiskScheme;
import org.jspecify.annotations.Nullable;

/**
 * What the risk board shows.
 *
 * @param series the series shown
 * @param moment the moment asked about, as a form has it
 * @param known as known at that moment, as a form has it; empty for now
 * @param list the list in force then, null when there was none
 * @param scheme how it grades, null without a list
 * @param figures its figures
 * @param difference what it changed against the one before it, null without one before
 * @param before the list before it, null without one
 * @param repeated how many of its lines repeat another
 * @param contradicting how many contradict an earlier line
 * @param tiles the tile map
 * @param waiting how many lines of all lists wait for a person
 * @param asked the place asked about, null when none is
 * @param publications all lists of the series, the latest first, with their moments as a form has them in the place of a place
 * @param responses response levels, the latest first
 * @param sources flagged sources
 * @param choices what the forms offer
 * @param done what was just done, as a message key, empty for nothing
 * @param error what was wrong with the last wish, empty when nothing was
 */
public record BoardView(
        String series,
        String moment,
        String known,
        @Nullable Publication list,
        @Nullable RiskScheme scheme,
        List<Figures.Figure> figures,
        @Nullable ListDifference difference,
        @Nullable Publication before,
        int repeated,
        int contradicting,
        List<Tile> tiles,
        int waiting,
        @Nullable Asked asked,
        List<Named<Publication>> publications,
        List<Named<Response>> responses,
        List<Named<Source>> sources,
        Choices choices,
        String done,
        String error) {
    /**
     * A province on the map.
     *
     * @param name its short name
     * @param x left edge
     * @param y top edge
     * @param strictest how many lines of the strictest level lie in it
     * @param all how many lines
     * @param shade 0 for none to 4 for the most
     */
    public record Tile(String name, int x, int y, long strictest, long all, int shade) {}

    /** Something, and the name of its place or its moment. */
    public record Named<T>(T value, String place) {}

    /**
     * The answer about a place.
     *
     * @param id its number
     * @param name its full name
     * @param level its level, null when no list was in force
     * @param listedAs the place it is listed as, empty when none
     * @param within the strictest level listed inside it, empty when nothing stricter than its own is
     * @param perhaps the stricter level it may be in, empty when that is certain
     * @param response the response level there, empty when none was set
     * @param responseSince since when
     * @param sources flagged sources there
     */
    public record Asked(
            String id,
            String name,
            @Nullable String level,
            String listedAs,
            String within,
            String perhaps,
            String response,
            Optional<Instant> responseSince,
            List<Named<Source>> sources) {}

    /** What the forms offer. */
    public record Choices(List<RiskScheme> schemes, List<String> responses, List<String> sources) {}

    /** The name of a level in the language. */
    public static String level(RiskScheme scheme, String id, boolean isChinese) {
        return scheme.find(id).map(it -> isChinese ? it.zh() : it.en()).orElse(id);
    }
}
