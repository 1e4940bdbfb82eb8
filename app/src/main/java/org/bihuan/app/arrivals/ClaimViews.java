package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.identity.Claim;
import org.bihuan.app.identity.Claims;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which claims of documents somebody is shown: those of people they see, or whom they may meet at a checkpoint. Thread-safe. */
@Component
public class ClaimViews {
    private static final int END = 4;

    private final Claims claims;
    private final Responsibilities responsibilities;
    private final Expected expected;
    private final ArrivalListStore journeys;
    private final Faces faces;
    private final TransactionTemplate transactions;

    ClaimViews(
            Claims claims,
            Responsibilities responsibilities,
            Expected expected,
            ArrivalListStore journeys,
            Faces faces,
            TransactionTemplate transactions) {
        this.claims = claims;
        this.responsibilities = responsibilities;
        this.expected = expected;
        this.journeys = journeys;
        this.faces = faces;
        this.transactions = transactions;
    }

    /** Claims that the people make or that are made on documents of theirs. Not within a transaction. */
    public List<ClaimView> of(Collection<SubjectId> people, Asker asker, Instant now) {
        List<Claim> shown = claims.about(people).stream()
                .filter(each -> isShown(each.claimant(), asker, now))
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
        Optional<Journey> journey = latest(claim.claimant());
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

    /** Whether a journey of theirs is known at all. */
    boolean isKnown(SubjectId claimant) {
        return latest(claimant).isPresent();
    }

    /** Whose responsibility somebody is follows a moment after they are seen; that they are is known at once. */
    private boolean isSeenIn(SubjectId claimant, DivisionCode region) {
        return latest(claimant).map(Journey::seenIn).filter(region::contains).isPresent();
    }

    private Optional<Journey> latest(SubjectId claimant) {
        List<Journey> all = Asking.asMachine(() -> transactions.execute(status -> journeys.of(List.of(claimant))));
        return Objects.requireNonNull(all).stream().findFirst();
    }

    /** Whether whoever asks may be told of a claim, and so confirm it. */
    boolean isShown(SubjectId claimant, Asker asker, Instant now) {
        return !responsibilities.hidden(List.of(claimant)).contains(claimant)
                || isSeenIn(claimant, asker.region())
                || asker.may(Permission.REGISTER_ARRIVALS)
                        && expected.require(claimant, asker, now).isPresent();
    }
}
