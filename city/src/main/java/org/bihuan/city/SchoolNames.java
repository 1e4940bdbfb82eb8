package org.bihuan.city;

import java.util.HashMap;
import java.util.Map;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/**
 * Names schools as they are named: numbered within the district (鞍山市铁东区第三小学), in a town by the town
 * (海城市腾鳌镇中心小学). Counts as it goes; not safe for threads.
 */
final class SchoolNames {
    private final Divisions divisions;
    private final Map<String, Integer> counts = new HashMap<>();

    SchoolNames(Divisions divisions) {
        this.divisions = divisions;
    }

    String next(DivisionCode township, SchoolKind kind) {
        String townName = divisions.findName(township).orElse("");
        boolean inTown = townName.endsWith("镇") || townName.endsWith("乡");
        DivisionCode area = inTown ? township : township.atLevel(3);
        int number = counts.merge(area + kind.word(), 1, Integer::sum);
        String place = district(township.atLevel(3)) + (inTown ? townName : "");
        return inTown && number == 1
                ? place + kind.firstInTown()
                : place + "第" + ChineseNumber.of(number) + kind.name();
    }

    /** A district (区) with its city, 鞍山市铁东区; a county or county-level city alone, 海城市. */
    private String district(DivisionCode county) {
        String own = divisions.findName(county).orElse("");
        if (!own.endsWith("区")) {
            return own;
        }
        String full = divisions.fullName(county);
        String province = divisions.findName(county.atLevel(1)).orElse("");
        return province.endsWith("市") ? full : full.substring(province.length());
    }
}
