package org.bihuan.places.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.DivisionNames;
import org.bihuan.places.PlaceId;

/**
 * Says which place a listed name means, where that is certain: the county and the street by name, the village where one
 * alone is called so, a compound where the register knows it. Anything else is a part of the finest place that is
 * certain; what cannot even be placed in a county, or fits two, waits for a person, whose answer counts from then on.
 * Keeps the names of the counties it has met; not thread-safe.
 */
public final class AreaResolver {
    private static final Pattern ALL_BUT = Pattern.compile("\\(?(辖区内?|全域)?\\(?除.*(外|风险区?域?)[^外]*$|\\(除[^)]*\\)");
    private static final Pattern VILLAGE = Pattern.compile("^.{2,12}?(社区居民委员会|社区居委会|居民委员会|村民委员会|居委会|村委会|社区|村)");
    private static final Pattern REST = Pattern.compile("(其它|其他|其余|剩余)(区域|地区|地方)?$");

    private final Divisions divisions;
    private final Map<String, Resolution> answers;
    private final BiFunction<PlaceId, String, List<PlaceId>> register;
    private final Map<String, Resolution> counties = new HashMap<>();
    /** Streets of a county and villages of a county or street, by spelling, each with those so called. */
    private final Map<DivisionCode, Map<String, List<DivisionCode>>> streets = new HashMap<>();
    /** Apart from the streets: most names have one, and then the villages of the whole county are not needed. */
    private final Map<DivisionCode, Map<String, List<DivisionCode>>> villages = new HashMap<>();

    /**
     * A resolver.
     *
     * @param answers what people said before, by {@link AreaName#key}
     * @param register places of the register of exactly that name in a place
     */
    public AreaResolver(
            Divisions divisions, Map<String, Resolution> answers, BiFunction<PlaceId, String, List<PlaceId>> register) {
        this.divisions = divisions;
        this.answers = Map.copyOf(answers);
        this.register = register;
    }

    /** Which place the name means. */
    public Resolution resolve(AreaName name) {
        Resolution answer = answers.get(name.key());
        if (answer != null) {
            return answer;
        }
        Resolution around = counties.computeIfAbsent(name.countyKey(), _ -> around(name));
        return around instanceof Resolution.Whole whole && whole.place().isDivision()
                ? inside(whole.place().division(), name)
                : around;
    }

    /** The county, or where the list names it the street. */
    private Resolution around(AreaName name) {
        Resolution answer = answers.get(name.countyKey());
        if (answer != null) {
            return answer;
        }
        List<DivisionCode> found = named(divisions.list(1), DivisionNames.plain(name.province()));
        if (found.size() != 1) {
            return new Resolution.Unknown(Optional.empty());
        }
        DivisionCode place = found.getFirst();
        for (String each : List.of(DivisionNames.plain(name.city()), DivisionNames.plain(name.county()))) {
            if (each.isEmpty() || each.equals(ownName(place))) {
                continue; // 重庆市 重庆市 永川区, 东莞市 东莞市
            }
            List<DivisionCode> below = below(place, each);
            if (below.size() > 1) {
                return new Resolution.Ambiguous(below.stream().map(PlaceId::of).toList());
            }
            if (below.isEmpty()) {
                return new Resolution.Unknown(Optional.of(PlaceId.of(place)));
            }
            place = below.getFirst();
        }
        return new Resolution.Whole(PlaceId.of(place));
    }

    private List<DivisionCode> below(DivisionCode place, String name) {
        int level = place.level();
        if (level >= 3) {
            return streets(place).getOrDefault(DivisionNames.town(name), List.of());
        }
        for (int finer = level + 1; finer <= 3; finer++) {
            List<DivisionCode> found = named(divisions.list(finer, place), name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return level == 2 && divisions.list(3, place).equals(List.of(place))
                ? streets(place).getOrDefault(DivisionNames.town(name), List.of()) // 东莞市 has streets only
                : List.of();
    }

    private List<DivisionCode> named(List<DivisionCode> codes, String name) {
        return codes.stream().filter(code -> name.equals(ownName(code))).toList();
    }

    private Resolution inside(DivisionCode county, AreaName name) {
        String text = withoutAround(county, DivisionNames.plain(name.text()));
        String kept = ALL_BUT.matcher(text).replaceAll("");
        String plain = REST.matcher(kept).replaceAll("").replaceAll("[(,、]$", "");
        Map<String, List<DivisionCode>> inCounty = streets(county);
        if (plain.isEmpty() || DivisionNames.town(plain).equals(DivisionNames.town(ownName(county)))) {
            String left = text.substring(Math.min(text.length(), kept.length()));
            // all but some streets: whether one that is asked about is among them, only a person can say
            boolean leavesOut = inCounty.keySet().stream().anyMatch(left::contains);
            return leavesOut ? new Resolution.Part(PlaceId.of(county)) : new Resolution.Whole(PlaceId.of(county));
        }
        for (int end = plain.length(); end >= 2; end--) {
            List<DivisionCode> found = inCounty.getOrDefault(DivisionNames.town(plain.substring(0, end)), List.of());
            if (found.size() == 1) {
                return inTown(found.getFirst(), plain.substring(end));
            }
        }
        return inTown(county, plain);
    }

    /** Takes away the names of the places around it that the text repeats: 二七区大学路街道 in 二七区. */
    private String withoutAround(DivisionCode county, String text) {
        String rest = text;
        for (DivisionCode part : county.selfAndAncestors().reversed()) {
            String own = ownName(part);
            if (!own.isEmpty() && rest.startsWith(own)) {
                rest = rest.substring(own.length());
            }
        }
        return rest;
    }

    private Resolution inTown(DivisionCode town, String rest) {
        String text = rest.replaceAll("^[办事处]{3}|^[\\-—·]", "");
        if (text.isEmpty() || text.matches("全域|全部|辖区")) {
            return new Resolution.Whole(PlaceId.of(town));
        }
        List<PlaceId> known = register.apply(PlaceId.of(town), text);
        if (known.size() == 1) {
            return new Resolution.Whole(known.getFirst());
        }
        if (known.size() > 1) {
            return new Resolution.Ambiguous(known);
        }
        Matcher village = VILLAGE.matcher(text);
        if (village.find()) {
            List<DivisionCode> found = villages(town).getOrDefault(DivisionNames.village(village.group()), List.of());
            boolean isAll = village.end() == text.length();
            if (found.size() == 1) {
                PlaceId place = PlaceId.of(found.getFirst());
                return isAll ? new Resolution.Whole(place) : new Resolution.Part(place);
            }
            if (found.size() > 1) {
                return new Resolution.Ambiguous(found.stream().map(PlaceId::of).toList());
            }
        }
        return new Resolution.Part(PlaceId.of(town));
    }

    private Map<String, List<DivisionCode>> streets(DivisionCode place) {
        return streets.computeIfAbsent(place, code -> {
            Map<String, List<DivisionCode>> names = new HashMap<>();
            divisions.list(4, code).forEach(each -> add(names, DivisionNames.town(ownName(each)), each));
            return names;
        });
    }

    private Map<String, List<DivisionCode>> villages(DivisionCode place) {
        return villages.computeIfAbsent(place, code -> {
            Map<String, List<DivisionCode>> names = new HashMap<>();
            divisions.list(5, code).forEach(each -> add(names, DivisionNames.village(ownName(each)), each));
            return names;
        });
    }

    private static void add(Map<String, List<DivisionCode>> names, String name, DivisionCode code) {
        names.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(code);
    }

    private String ownName(DivisionCode code) {
        return divisions.findName(code).map(DivisionNames::plain).orElse("");
    }
}
