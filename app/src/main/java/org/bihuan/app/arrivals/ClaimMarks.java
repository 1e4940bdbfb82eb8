package org.bihuan.app.arrivals;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.duties.Judged;
import org.bihuan.app.identity.Claim;
import org.bihuan.app.identity.Claims;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Says which journeys wait for a document to be compared, by what the person's own page says of it. Thread-safe. */
@Component
class ClaimMarks {
    private static final Comparator<Journey> LATEST =
            Comparator.comparing(Journey::at).thenComparing(Journey::id);

    private final Claims claims;

    ClaimMarks(Claims claims) {
        this.claims = claims;
    }

    /** The journeys, the latest of whoever has an open claim marked. In the caller's transaction, which sees everything. */
    List<Journey> on(List<Journey> found, List<Judged> judged) {
        Map<SubjectId, SubjectId> claimants = new HashMap<>();
        for (Judged each : judged) {
            for (Fact fact : each.dossier().facts()) {
                if (fact.text(Words.CLAIMED_NUMBER) != null) {
                    fact.subjects().forEach(one -> claimants.put(one.subject(), each.subject()));
                }
            }
        }
        if (claimants.isEmpty()) {
            return found;
        }
        Set<SubjectId> open = claims.about(claimants.keySet()).stream()
                .map(Claim::claimant)
                .map(claimants::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<SubjectId, Journey> latest = found.stream()
                .filter(each -> open.contains(each.subject()))
                .collect(Collectors.toMap(Journey::subject, each -> each, (a, b) -> LATEST.compare(a, b) < 0 ? b : a));
        return found.stream()
                .map(each -> each.equals(latest.get(each.subject())) ? each.claimed() : each)
                .toList();
    }
}
