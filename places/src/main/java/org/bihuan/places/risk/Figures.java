package org.bihuan.places.risk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.places.DivisionNames;
import org.jspecify.annotations.Nullable;

/** Figures of a list, counted from its lines; a figure that somebody typed is only ever compared with them. */
public final class Figures {
    /** Name of the number of lines. */
    public static final String AREAS = "areas";
    /** Name of the number of provinces they lie in. */
    public static final String PROVINCES = "provinces";
    /** Name of the number of cities as written; of a municipality each district that stands in the column of cities. */
    public static final String CITIES = "cities";
    /** Name of the number of cities with each municipality counted once. */
    public static final String PREFECTURES = "prefectures";
    /** Name of the share of the country's prefectures, in whole percent. */
    public static final String SHARE = "share";

    /** Before the id of a level: how many lines have it. */
    private static final String LEVEL = "level:";

    private Figures() {}

    /**
     * A figure.
     *
     * @param name one of the names above, or {@code level:} and the id of a level
     * @param computed what the lines say
     * @param stated what somebody typed, null when nobody did
     */
    public record Figure(
            String name, long computed, @Nullable Long stated) {
        /** Whether somebody typed another number. */
        public boolean isWrong() {
            return stated != null && stated != computed;
        }
    }

    /** Name of the number of lines with the level. */
    public static String ofLevel(String level) {
        return LEVEL + level;
    }

    /**
     * All figures.
     *
     * @param stated typed figures by name; names that are not figures are left out
     * @param prefectures how many prefectures the country has
     */
    public static List<Figure> of(
            RiskScheme scheme, List<ListedArea> areas, Map<String, Long> stated, int prefectures) {
        Map<String, Long> computed = new LinkedHashMap<>();
        for (SchemeLevel level : scheme.levels()) {
            if (level.isListed()) {
                computed.put(
                        ofLevel(level.id()),
                        areas.stream()
                                .filter(each -> each.level().equals(level.id()))
                                .count());
            }
        }
        Set<String> provinces = new HashSet<>();
        Set<String> cities = new HashSet<>();
        Set<String> counted = new HashSet<>();
        for (ListedArea area : areas) {
            String province = DivisionNames.plain(area.name().province());
            String city = DivisionNames.plain(area.name().city());
            provinces.add(province);
            cities.add(province + "|" + city);
            counted.add(province.endsWith("市") ? province : province + "|" + city);
        }
        computed.put(AREAS, (long) areas.size());
        computed.put(PROVINCES, (long) provinces.size());
        computed.put(CITIES, (long) cities.size());
        computed.put(PREFECTURES, (long) counted.size());
        computed.put(SHARE, prefectures == 0 ? 0 : Math.round(100.0 * counted.size() / prefectures));
        List<Figure> figures = new ArrayList<>();
        computed.forEach((name, value) -> figures.add(new Figure(name, value, stated.get(name))));
        return List.copyOf(figures);
    }
}
