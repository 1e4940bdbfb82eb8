package org.bihuan.app.duties;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject is somebody's responsibility: where its standing facts lie, where its duties lie, where it was handed
 * over to, and for a region itself. A fact that was taken back gives nobody sight of it any more.
 */
final class SubjectRegions {
    private static final String REGION = "region";
    /** Kind of fact, and its field, by which one region gives a subject into the care of another. */
    static final String HAND_OVER = "hand-over";

    static final String TO = "to";

    private SubjectRegions() {}

    /** Never empty: contains null when nothing tells where the subject belongs, which is then the city's business. */
    static Collection<@Nullable DivisionCode> of(Dossier dossier, Decision decision) {
        Set<@Nullable DivisionCode> regions = new HashSet<>();
        for (SubjectId alias : dossier.aliases()) {
            if (alias.type().equals(REGION)) {
                DivisionCode.parse(alias.id()).ifPresent(regions::add);
            }
        }
        for (StandingFact standing : Corrections.standing(dossier.facts())) {
            if (standing.fact().division() != null) {
                regions.add(standing.fact().division());
            }
            if (standing.fact().kind().equals(HAND_OVER)
                    && standing.fact().fields().get(TO) instanceof FieldValue.Place place) {
                regions.add(place.value());
            }
        }
        for (Duty duty : decision.duties()) {
            if (duty.division() != null) {
                regions.add(duty.division());
            }
        }
        if (regions.isEmpty()) {
            regions.add(null);
        }
        return regions;
    }
}
