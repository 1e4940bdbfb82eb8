package org.bihuan.app.desk;

import java.util.List;
import org.bihuan.app.site.Bar;
import org.bihuan.app.site.Outline;

/**
 * Where late duties lie, by the parts of a region.
 *
 * @param ranked parts with late duties, most first
 * @param all every part in the order of its code
 * @param outlines the map, empty where the operator gave none
 * @param nowhere late duties whose place is not known
 */
public record LateWhere(List<Bar> ranked, List<Bar> all, List<Outline> outlines, long nowhere) {
    static final LateWhere NOTHING = new LateWhere(List.of(), List.of(), List.of(), 0);
}
