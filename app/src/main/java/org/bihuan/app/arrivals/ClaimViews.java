package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.identity.Claim;
import org.bihuan.app.identity.Claims;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Claims of documents as whoever may see them is shown them. Thread-safe. */
@Component
public class ClaimViews {
    private static final int END = 4;

    private final Claims claims;
    private final ClaimSight sight;
    private final Responsibilities responsibilities;
    private final Faces faces;

    ClaimViews(Claims claims, ClaimSight sight, Responsibilities responsibilities, Faces faces) {
        this.claims = claims;
        this.sight = sight;
        this.responsibilities = responsibilities;
        this.faces = faces;
    }

    /** Claims that the people make or that are made on documents of theirs. Not within a transaction. */
    public List<ClaimView> of(Collection<SubjectId> people, Asker asker, Instant now) {
        List<Claim> shown = claims.about(people).stream()
                .filter(each -> sight.isShown(each.claimant(), asker, now))
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        Set<SubjectId> owners = new HashSet<>();
        shown.forEach(each -> owners.addAll(each.owners()));
        owners.removeAll(responsibilities.hidden(owners));
        Set<SubjectId> named = new LinkedHashSet<>(owners);
        shown.forEach(each -> named.add(each.claimant()));
        Map<SubjectId, String> names = faces.of(named, "name", Action.LIST, now);
        Map<SubjectId, String> phones =
                faces.of(shown.stream().map(Claim::claimant).toList(), "phone", Action.LIST, now);
        return shown.stream()
                .map(each -> view(each, owners, names, phones.getOrDefault(each.claimant(), "")))
                .toList();
    }

    private ClaimView view(Claim claim, Set<SubjectId> owners, Map<SubjectId, String> names, String phone) {
        Optional<Journey> journey = sight.latest(claim.claimant());
        return new ClaimView(
                claim.claimant(),
                MaskedName.of(names.getOrDefault(claim.claimant(), "")),
                phone.substring(Math.max(0, phone.length() - END)),
                journey.map(Journey::at).orElse(null),
                journey.map(Journey::receipt).orElse(""),
                claim.owners().stream()
                        .filter(owners::contains)
                        .map(each -> MaskedName.of(names.getOrDefault(each, "")))
                        .toList());
    }
}
