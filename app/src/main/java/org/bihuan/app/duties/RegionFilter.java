package org.bihuan.app.duties;

import java.util.Map;
import org.bihuan.app.authority.Sight;
import org.bihuan.kernel.DivisionCode;

/** The conditions that keep a list to what somebody sees: equality on the column of their level, which has an index. */
final class RegionFilter {
    private RegionFilter() {}

    /** For rows with city, county, street and division; fills the parameters in. */
    static String region(Sight sight, Map<String, Object> parameters) {
        if (sight.level() == Sight.ALL) {
            return "";
        }
        if (sight.level() == Sight.NONE) {
            return " and false";
        }
        parameters.put("sight", sight.code());
        return sight.sees(null)
                ? " and (" + sight.column() + " = :sight or division is null)"
                : " and " + sight.column() + " = :sight";
    }

    /** For rows that lie in a division; what has no place belongs to a city. Fills the parameters in. */
    static String within(DivisionCode division, Map<String, Object> parameters) {
        parameters.put("first", division.value());
        parameters.put("last", division.last());
        return division.level() <= 2
                ? " and (division between :first and :last or division is null)"
                : " and division between :first and :last";
    }

    /** For duties: those of the owners that the role stands for. */
    static String duties(Sight sight, Map<String, Object> parameters) {
        String region = region(sight, parameters);
        if (sight.owners().isEmpty()) {
            return region;
        }
        parameters.put("owners", sight.owners());
        return region + " and owner in (:owners)";
    }
}
