package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.app.places.Places;
import org.bihuan.app.risk.Levels;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.Hit;
import org.bihuan.places.PlaceId;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/** Places as travellers say them, and the level that the lists give an origin. Thread-safe. */
@Component
class PlaceNames {
    private static final int FEW = 6;
    private static final int FINEST = 4;

    private final Places places;
    private final Levels levels;
    private final ArrivalSettings settings;

    PlaceNames(Places places, Levels levels, ArrivalSettings settings) {
        this.places = places;
        this.levels = levels;
        this.settings = settings;
    }

    /**
     * The division of a code or a name such as 大连 or 辽宁 甘井子.
     *
     * @throws Refused when nothing or more than one place is called so; the message names them
     */
    DivisionCode origin(String field, Wording label, String typed, Instant now) {
        Optional<DivisionCode> code = DivisionCode.parse(typed.strip()).filter(Divisions.load()::exists);
        if (code.isPresent()) {
            return code.get();
        }
        List<Hit> hits = typed.isBlank()
                ? List.of()
                : places.search(typed, FEW).stream()
                        .filter(hit -> hit.id().isDivision() && hit.level() <= FINEST && !hit.isFormer())
                        .toList();
        List<Hit> best = hits.stream()
                .filter(hit -> hit.level() == hits.getFirst().level()
                        && hit.quality() == hits.getFirst().quality())
                .toList();
        if (best.size() == 1) {
            return best.getFirst().id().division();
        }
        String found = (best.isEmpty() ? hits : best)
                .stream()
                        .map(hit -> places.fullName(hit.id(), now) + " " + hit.id())
                        .collect(Collectors.joining("、"));
        throw new Refused(
                field,
                label,
                typed,
                found.isEmpty()
                        ? new Wording(
                                "没有找到这个地方；请写省、市、县（区）名称或12位区划代码",
                                "no such place is known: write province, city and county, or the 12-digit code")
                        : new Wording(
                                "有几处同名：" + found + "；请写上省市名称或填写代码",
                                "several places are called so: " + found + "; add province or city, or give the code"));
    }

    /** The level of the origin by the list in force, in the words of facts; empty where the list leaves a doubt. */
    Optional<String> risk(DivisionCode origin, Instant at, Instant now) {
        return levels.at(settings.riskSeries(), PlaceId.of(origin), at, now)
                .filter(answer -> answer.level().isCertain())
                .map(answer -> settings.riskLevels().get(answer.level().level()));
    }
}
