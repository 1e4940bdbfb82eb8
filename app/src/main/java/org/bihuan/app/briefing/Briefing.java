package org.bihuan.app.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;

/**
 * A frozen briefing.
 *
 * @param id its id
 * @param division whose headquarters
 * @param day its local day
 * @param cutOff the moment that its figures speak of
 * @param frozenAt when they were counted
 * @param zone the zone of its times
 * @param definition which figures it has, as it was then
 */
public record Briefing(
        UUID id,
        DivisionCode division,
        LocalDate day,
        Instant cutOff,
        Instant frozenAt,
        ZoneId zone,
        String definition) {
    /** Those of one moment and definition that lie in the division of one of them, that one first. */
    static List<List<Briefing>> together(List<Briefing> all) {
        List<List<Briefing>> groups = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparing(Briefing::cutOff)
                        .thenComparing(each -> each.division().level())
                        .thenComparing(Briefing::division))
                .forEach(each -> groups.stream()
                        .filter(group -> group.getFirst().includes(each))
                        .findFirst()
                        .ifPresentOrElse(group -> group.add(each), () -> groups.add(new ArrayList<>(List.of(each)))));
        return groups;
    }

    private boolean includes(Briefing other) {
        return cutOff.equals(other.cutOff) && definition.equals(other.definition) && division.contains(other.division);
    }
}
