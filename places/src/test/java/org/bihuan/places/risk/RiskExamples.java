package org.bihuan.places.risk;

import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;

/** Schemes and places for tests. */
final class RiskExamples {
    static final RiskScheme OF_2020 = new RiskScheme(
            "2020",
            "2020年",
            "2020",
            List.of(
                    new SchemeLevel("high", "高风险", "High risk", true),
                    new SchemeLevel("medium", "中风险", "Medium risk", true),
                    new SchemeLevel("low", "低风险", "Low risk", false)),
            "low",
            List.of("county"));

    static final RiskScheme OF_2022 = new RiskScheme(
            "2022",
            "2022年",
            "2022",
            List.of(
                    new SchemeLevel("high", "高风险", "High risk", true),
                    new SchemeLevel("medium", "中风险", "Medium risk", true),
                    new SchemeLevel("low", "低风险", "Low risk", true),
                    new SchemeLevel("regular", "常态化防控", "Regular control", false)),
            "regular",
            List.of("town", "village", "compound", "building"));

    private RiskExamples() {}

    static PlaceId place(String code) {
        return PlaceId.of(DivisionCode.of(code));
    }

    static List<PlaceId> chain(PlaceId place) {
        return place.division().selfAndAncestors().stream().map(PlaceId::of).toList();
    }

    static List<PlaceId> chain(String code) {
        return chain(place(code));
    }

    static ListedArea whole(int line, String level, String code) {
        return new ListedArea(line, level, new AreaName("", "", "", code), new Resolution.Whole(place(code)));
    }

    static ListedArea part(int line, String level, String code) {
        return new ListedArea(line, level, new AreaName("", "", code, "x" + line), new Resolution.Part(place(code)));
    }
}
