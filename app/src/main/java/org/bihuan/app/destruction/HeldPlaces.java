package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.facts.Facts;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the regions in which sealed things wait for a law case. Thread-safe. */
@Service
public class HeldPlaces {
    private final Holds holds;
    private final Facts facts;
    private final Responsibilities responsibilities;

    HeldPlaces(Holds holds, Facts facts, Responsibilities responsibilities) {
        this.holds = holds;
        this.facts = facts;
        this.responsibilities = responsibilities;
    }

    /** The regions at the moment. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public KeptPlaces at(Instant now) {
        Map<SubjectId, Hold> held = holds.held(now);
        Map<SubjectId, Set<@Nullable DivisionCode>> regions = responsibilities.regions(held.keySet());
        Set<DivisionCode> places = new HashSet<>();
        boolean everywhere = false;
        Collection<List<SubjectId>> people = facts.groups(held.keySet()).values();
        for (List<SubjectId> person : people) {
            Set<@Nullable DivisionCode> own = new HashSet<>();
            person.forEach(each -> own.addAll(regions.getOrDefault(each, Set.of())));
            everywhere |= own.isEmpty() || own.contains(null);
            own.stream().filter(Objects::nonNull).forEach(places::add);
        }
        for (Hold hold : held.values()) {
            if (hold.scope() instanceof Scope.Outbreak outbreak) {
                places.add(outbreak.division());
            }
        }
        return new KeptPlaces(everywhere, places);
    }
}
