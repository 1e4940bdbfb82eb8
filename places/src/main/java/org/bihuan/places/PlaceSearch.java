package org.bihuan.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bihuan.kernel.Divisions;

/**
 * Finds places by any fragment of their names, by several words (安徽 合肥 瑶海, also run together) or by the beginning of
 * a code; coarser places come first. Immutable, safe for threads; {@link #with} shares what is large.
 */
public final class PlaceSearch {
    /** Most answers of one search. */
    public static final int MOST = 200;

    /** Most names run together: those of a village and all around it. */
    private static final int MOST_NAMES = 5;

    private final DivisionIndex divisions;
    private final List<OwnPlace> own;
    private final Set<Long> hidden;

    private PlaceSearch(DivisionIndex divisions, List<OwnPlace> own, Set<Long> hidden) {
        this.divisions = divisions;
        this.own = List.copyOf(own);
        this.hidden = Set.copyOf(hidden);
    }

    /** Over the divisions as the program comes with them. Takes about a second. */
    public static PlaceSearch of(Divisions divisions) {
        return new PlaceSearch(new DivisionIndex(divisions), List.of(), Set.of());
    }

    /**
     * The same over a register too.
     *
     * @param places places of the register
     * @param hidden codes of divisions of which the register knows better
     */
    public PlaceSearch with(List<OwnPlace> places, Set<Long> hidden) {
        return new PlaceSearch(divisions, places, hidden);
    }

    /** The best answers, best first; none for a text without a word. */
    public List<Hit> search(String text, int limit) {
        Query query = Query.of(text);
        if (query.isEmpty()) {
            return List.of();
        }
        int most = Math.clamp(limit, 1, MOST);
        List<Hit> found = find(query, most);
        return found.isEmpty() ? apart(query, most, MOST_NAMES) : found;
    }

    /** The same with names run together, such as 安徽合肥瑶海, taken apart where the first is that of a larger place. */
    private List<Hit> apart(Query query, int limit, int names) {
        for (int at = query.own().length() - 1; at >= 2 && names > 1; at--) {
            if (divisions.namesSomethingCoarse(query.own().substring(0, at))) {
                Query cut = query.cut(at);
                List<Hit> found = find(cut, limit);
                found = found.isEmpty() ? apart(cut, limit, names - 1) : found;
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private List<Hit> find(Query query, int limit) {
        List<Hit> found = new ArrayList<>(divisions.search(query, limit, hidden::contains));
        if (own.isEmpty()) {
            return found;
        }
        for (OwnPlace each : own) {
            int at = each.name().indexOf(query.own());
            boolean fits = at >= 0
                    && (!query.hasCode()
                            || (each.id().isDivision()
                                    && query.hasCode(each.id().value())))
                    && query.around().stream()
                            .allMatch(word ->
                                    each.path().contains(word) || each.name().contains(word));
            if (fits) {
                int quality = query.quality(each.name(), 0, each.name().length(), at);
                found.add(new Hit(each.id(), each.level(), quality, each.name(), each.isFormer()));
            }
        }
        found.sort(Comparator.naturalOrder());
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }
}
