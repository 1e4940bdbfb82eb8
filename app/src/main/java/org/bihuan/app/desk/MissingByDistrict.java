package org.bihuan.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.app.returns.Returns;
import org.bihuan.kernel.DivisionCode;

/** Missing returns counted by district while they pass; the first of each are kept. One thread. */
final class MissingByDistrict {
    private static final int COUNTY = 3;

    private final int shown;
    private final Map<DivisionCode, List<Returns.Missing>> first = new TreeMap<>();
    private final Map<DivisionCode, Integer> counts = new HashMap<>();

    /** @param shown how many of a district are kept */
    MissingByDistrict(int shown) {
        this.shown = shown;
    }

    void add(Returns.Missing missing) {
        DivisionCode district = missing.line().unit().division().atLevel(COUNTY);
        List<Returns.Missing> own = first.computeIfAbsent(district, _ -> new ArrayList<>());
        if (own.size() < shown) {
            own.add(missing);
        }
        counts.merge(district, 1, Integer::sum);
    }

    long count() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    List<MissingReturn> groups() {
        return first.entrySet().stream()
                .map(each -> new MissingReturn(each.getKey(), each.getValue(), counts.getOrDefault(each.getKey(), 0)))
                .toList();
    }
}
