package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose claims somebody is shown: those of people they see, have seen, or may meet at a checkpoint. Thread-safe. */
@Component
class ClaimSight {
    private final Responsibilities responsibilities;
    private final Expected expected;
    private final ArrivalListStore journeys;
    private final TransactionTemplate transactions;

    ClaimSight(
            Responsibilities responsibilities,
            Expected expected,
            ArrivalListStore journeys,
            TransactionTemplate transactions) {
        this.responsibilities = responsibilities;
        this.expected = expected;
        this.journeys = journeys;
        this.transactions = transactions;
    }

    /** Whether whoever asks may be told of a claim, and so confirm it; of whoever has declared no journey nobody is told. */
    boolean isShown(SubjectId claimant, Asker asker, Instant now) {
        Optional<Journey> journey = latest(claimant);
        // Whose responsibility somebody is follows a moment after they are seen; where they were is known at once.
        return journey.isPresent()
                && (!responsibilities.hidden(List.of(claimant)).contains(claimant)
                        || journey.map(Journey::seenIn)
                                .filter(asker.region()::contains)
                                .isPresent()
                        || asker.may(Permission.REGISTER_ARRIVALS)
                                && expected.require(claimant, asker, now).isPresent());
    }

    /** Their latest journey. */
    Optional<Journey> latest(SubjectId claimant) {
        List<Journey> all = Asking.asMachine(() -> transactions.execute(status -> journeys.of(List.of(claimant))));
        return Objects.requireNonNull(all).stream().findFirst();
    }
}
