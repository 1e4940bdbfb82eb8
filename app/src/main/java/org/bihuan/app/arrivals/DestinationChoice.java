package org.bihuan.app.arrivals;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.DivisionNames;

/**
 * Where somebody can be going: a county with its streets and townships.
 *
 * @param places the finer divisions; the county itself is always a choice too
 */
public record DestinationChoice(DivisionCode county, List<DivisionCode> places) {
    private static final int COUNTY = 3;
    private static final int STREET = 4;

    public DestinationChoice {
        places = List.copyOf(places);
    }

    /** Every county of the divisions with its streets, each once. */
    static List<DestinationChoice> in(List<DivisionCode> divisions) {
        List<DestinationChoice> choices = new ArrayList<>();
        for (DivisionCode division : divisions) {
            List<DivisionCode> counties = division.level() >= COUNTY
                    ? List.of(division.atLevel(COUNTY))
                    : Divisions.load().list(COUNTY, division);
            for (DivisionCode county : counties) {
                String name = Divisions.load().findName(county).orElse("");
                if (!DivisionNames.isPlaceholder(name)
                        && choices.stream().noneMatch(each -> each.county().equals(county))) {
                    choices.add(new DestinationChoice(
                            county,
                            division.level() == 1 ? List.of() : Divisions.load().list(STREET, county)));
                }
            }
        }
        return choices;
    }

    /** Name of a place within its county. */
    public static String name(DivisionCode division) {
        return Divisions.load().findName(division).orElse(division.toString());
    }
}
