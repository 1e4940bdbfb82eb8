package org.bihuan.ledgers.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/**
 * Reads places down to counties, by code or by name: 210302000000, 铁东区 where there is but one, 鞍山市铁东区,
 * 辽宁鞍山. A name that more than one place has is refused, unless one lies in the other: the larger is meant. Built once and shared; thread-safe.
 */
public final class PlaceReader {
    private static final int COUNTY = 3;

    private final Map<String, Long> byName = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Divisions divisions;

    public PlaceReader(Divisions divisions) {
        this.divisions = divisions;
        for (int level = 1; level <= COUNTY; level++) {
            for (DivisionCode code : divisions.list(level)) {
                addAll(code);
            }
        }
    }

    /** Every way to name the place: with all, some or none of those above it, with and without 省, 市, 区. */
    private void addAll(DivisionCode code) {
        Set<String> names = Set.of("");
        boolean first = true;
        for (DivisionCode part : code.selfAndAncestors()) {
            String own = divisions.findName(part).orElse("");
            if (own.isEmpty() || (own.equals("市辖区") || own.equals("县") || own.contains("直辖县级"))) {
                if (first) {
                    return;
                }
                continue;
            }
            Set<String> longer = new HashSet<>();
            for (String name : names) {
                if (!first) {
                    longer.add(name);
                }
                longer.add(own + name);
                if (own.length() > 2) {
                    longer.add(shorter(own) + name);
                }
            }
            names = longer;
            first = false;
        }
        names.forEach(name -> add(name, code));
    }

    private static String shorter(String name) {
        for (String ending : new String[] {"特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", "区", "县"}) {
            if (name.endsWith(ending) && name.length() - ending.length() >= 2) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private void add(String name, DivisionCode code) {
        Long before = byName.putIfAbsent(name, code.value());
        // 新疆乌鲁木齐 is the city and not the county in it: the larger place is true of both
        if (before != null && !new DivisionCode(before).contains(code)) {
            ambiguous.add(name);
        }
    }

    Reading read(String cell) {
        String text = PlainText.of(cell).replaceAll("[\\s,，/\\-—>]", "");
        if (text.matches("\\d{6}|\\d{12}")) {
            String code = text.length() == 6 ? text + "000000" : text;
            return DivisionCode.parse(code).filter(divisions::exists).isPresent() ? new Reading.Value(code) : unknown();
        }
        if (ambiguous.contains(text)) {
            return Reading.wrong(
                    "cell.place-ambiguous",
                    "不止一个地方叫这个名字；请写上省和市",
                    "more than one place has this name: add the province and the prefecture");
        }
        Long code = byName.get(text);
        return code == null ? unknown() : new Reading.Value(new DivisionCode(code).toString());
    }

    private static Reading unknown() {
        return Reading.wrong(
                "cell.place",
                "没有这个地方；请写省、市、县（区）的全称，或12位区划代码",
                "there is no such place: write province, prefecture and county in full, or the 12-digit code");
    }
}
