package org.bihuan.app.briefing;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Component;

/** Whose briefings there are. Thread-safe. */
@Component
class Headquarters {
    private final BriefingSettings settings;
    private final Rules rules;
    private final BriefingWorker.Resting resting;

    Headquarters(BriefingSettings settings, Rules rules, BriefingWorker.Resting resting) {
        this.settings = settings;
        this.rules = rules;
        this.resting = resting;
    }

    /** Those, each with its zone. */
    Map<DivisionCode, ZoneId> list() {
        Map<DivisionCode, ZoneId> all = new LinkedHashMap<>();
        settings.divisions().forEach(code -> all.put(DivisionCode.of(code), resting.zone()));
        for (Pack pack : rules.active()) {
            DivisionCode division = pack.manifest().jurisdiction();
            if (settings.divisions().isEmpty() && division.level() >= 2) {
                all.putIfAbsent(division, pack.manifest().zone());
            } else {
                all.computeIfPresent(division, (_, _) -> pack.manifest().zone());
            }
        }
        if (settings.districts()) {
            Map.copyOf(all)
                    .forEach((division, zone) -> Divisions.load().list(FigureSum.COUNTY, division).stream()
                            .filter(county -> !Divisions.load()
                                    .findName(county)
                                    .orElse("")
                                    .equals("市辖区"))
                            .forEach(county -> all.putIfAbsent(county, zone)));
        }
        return all;
    }
}
