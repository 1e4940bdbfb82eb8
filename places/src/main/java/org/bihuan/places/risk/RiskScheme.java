package org.bihuan.places.risk;

import java.util.List;
import java.util.Optional;

/**
 * A way to grade places. Levels of two schemes are never compared: low is everything else in one and a listed class in
 * another.
 *
 * @param id its id, with the year it began
 * @param zh Chinese name
 * @param en English name
 * @param levels its classes, strictest first
 * @param otherwise id of the level of a place that no entry names
 * @param units what entries may name: county, town, village, compound, building
 */
public record RiskScheme(
        String id, String zh, String en, List<SchemeLevel> levels, String otherwise, List<String> units) {

    public RiskScheme {
        levels = List.copyOf(levels);
        units = List.copyOf(units);
        if (levels.isEmpty() || levels.stream().map(SchemeLevel::id).distinct().count() != levels.size()) {
            throw new IllegalArgumentException("a scheme has levels, each once: " + id);
        }
        if (levels.stream().noneMatch(each -> each.id().equals(otherwise))) {
            throw new IllegalArgumentException(
                    "the level of everything else is one of the scheme's own: " + id + " " + otherwise);
        }
    }

    /** The class of an id. */
    public Optional<SchemeLevel> find(String level) {
        return levels.stream().filter(each -> each.id().equals(level)).findFirst();
    }

    /** The class of a name in either language or an id, as a file writes it: 高风险, 高, High. */
    public Optional<SchemeLevel> named(String text) {
        String plain = text.strip().replaceAll("(风险)?(地区|区域|区)?$", "");
        return levels.stream()
                .filter(each -> each.id().equalsIgnoreCase(text.strip())
                        || each.zh().equals(text.strip())
                        || each.en().equalsIgnoreCase(text.strip())
                        || (!plain.isEmpty() && each.zh().replaceAll("风险$", "").equals(plain)))
                .findFirst();
    }

    /** 0 for the strictest; an unknown level is an error. */
    public int rank(String level) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(level)) {
                return i;
            }
        }
        throw new IllegalArgumentException("scheme " + id + " has no level " + level);
    }
}
