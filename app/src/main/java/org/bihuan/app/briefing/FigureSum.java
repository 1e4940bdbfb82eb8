package org.bihuan.app.briefing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** Adds up what a query finds for one headquarters as it comes, the whole and by county; holds no list. Not thread-safe. */
final class FigureSum {
    static final int COUNTY = 3;
    private static final int CITY = 2;

    private final Definition.Line line;
    private final DivisionCode division;
    private final Consumer<Item> next;
    private final Map<DivisionCode, Long> counties = new HashMap<>();
    private long whole;
    private @Nullable Wording unknown;

    /**
     * Nothing yet.
     *
     * @param next takes each item in turn
     */
    FigureSum(Definition.Line line, DivisionCode division, Consumer<Item> next) {
        this.line = line;
        this.division = division;
        this.next = next;
    }

    DivisionCode division() {
        return division;
    }

    /** Whether what lies in a place belongs to this headquarters; what has no place belongs to a city. */
    boolean covers(@Nullable DivisionCode place) {
        return place == null ? division.level() <= CITY : division.contains(place);
    }

    void add(Item item) {
        DivisionCode place = item.place();
        whole += item.amount();
        if (line.byCounty() && place != null && place.level() >= COUNTY) {
            counties.merge(place.atLevel(COUNTY), item.amount(), Long::sum);
        }
        next.accept(item);
    }

    /** That the figure cannot be known, whatever was added. */
    void unknown(Wording why) {
        unknown = why;
    }

    /** The figure of the whole, and where it is wanted those of the counties, each a part of the same list. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(line.key(), null, unknown == null ? whole : null, null, unknown));
        if (unknown == null && line.byCounty() && division.level() < COUNTY) {
            Divisions.load().list(COUNTY, division).forEach(county -> {
                long value = counties.getOrDefault(county, 0L);
                boolean isReal = !Divisions.load().findName(county).orElse("").equals("市辖区");
                if (isReal || value > 0) {
                    figures.add(new Figure(line.key(), county, value, null, null));
                }
            });
        }
        return figures;
    }
}
