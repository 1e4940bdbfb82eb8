package org.bihuan.bench.places;

import java.util.List;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.places.risk.Resolution;
import org.bihuan.places.risk.RiskScheme;

/** The level of a place, read from every line of a list. */
final class SlowLevel {
    private SlowLevel() {}

    static String of(RiskScheme scheme, List<ListedArea> areas, List<PlaceId> chain) {
        for (PlaceId place : chain) {
            String level = null;
            for (ListedArea area : areas) {
                if (area.where().equals(new Resolution.Whole(place))
                        && (level == null || scheme.rank(area.level()) < scheme.rank(level))) {
                    level = area.level();
                }
            }
            if (level != null) {
                return level;
            }
        }
        return scheme.otherwise();
    }
}
