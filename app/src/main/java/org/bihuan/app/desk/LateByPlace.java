package org.bihuan.app.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.site.Bar;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Counts late duties by the parts of a region, with the operator's outlines ({@code bihuan.map}, GeoJSON). Thread-safe. */
@Component
class LateByPlace {
    private static final int VILLAGE = 5;
    private static final int RANKED = 10;

    private final Duties duties;
    private final Map<DivisionCode, List<MapFile.Ring>> outlines;

    LateByPlace(Duties duties, @Value("${bihuan.map:}") String map) {
        this.duties = duties;
        this.outlines = map.isBlank() ? Map.of() : MapFile.read(Path.of(map));
    }

    /** @param late how many there are in all */
    LateWhere of(DivisionCode region, DutyQuery query, long late, Instant now) {
        int level = region.level() + 1;
        if (region.level() < 2 || level > VILLAGE) {
            return LateWhere.NOTHING;
        }
        Map<DivisionCode, Long> counts = duties.countByPlace(query, level, now);
        long greatest = counts.isEmpty() ? 0 : Collections.max(counts.values());
        Map<DivisionCode, Bar> bars = new LinkedHashMap<>();
        for (DivisionCode part : Divisions.load().list(level, region)) {
            String name = Divisions.load().findName(part).orElse(part.toString());
            long count = counts.getOrDefault(part, 0L);
            if (!name.equals("市辖区") || count > 0) { // a heading of the official list, not a place
                bars.put(part, Bar.of(name, "/duties?state=late&division=" + part, count, greatest));
            }
        }
        return new LateWhere(
                ranked(bars.values()),
                List.copyOf(bars.values()),
                MapDrawing.draw(bars, outlines),
                Math.max(0, late - bars.values().stream().mapToLong(Bar::count).sum()));
    }

    private static List<Bar> ranked(Collection<Bar> bars) {
        return bars.stream()
                .filter(bar -> bar.count() > 0)
                .sorted(Comparator.comparingLong(Bar::count).reversed())
                .limit(RANKED)
                .toList();
    }
}
