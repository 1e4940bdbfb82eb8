package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.authority.Asker;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents that were declared and that nobody has compared, as far as whoever asks sees whose they are. Thread-safe. */
@Service
public class ClaimLists {
    private final ClaimListStore store;
    private final ClaimViews views;
    private final TransactionTemplate transactions;

    ClaimLists(ClaimListStore store, ClaimViews views, TransactionTemplate transactions) {
        this.store = store;
        this.views = views;
        this.transactions = transactions;
    }

    /**
     * How many people there are.
     *
     * @param isHere whether those who have arrived are meant, else those who are still expected
     */
    public long count(boolean isHere, Instant now) {
        return transactions.execute(status -> store.count(isHere, now));
    }

    /** A page of the list, the latest first, who reads it written down. Not within a transaction. */
    ClaimListView view(boolean isHere, @Nullable ArrivalCursor after, int limit, Asker asker, Instant now) {
        List<Journey> found = transactions.execute(status -> store.list(isHere, now, after, limit));
        Map<SubjectId, ClaimView> claims = new HashMap<>();
        views.of(found.stream().map(Journey::subject).toList(), asker, now)
                .forEach(each -> claims.put(each.claimant(), each));
        return new ClaimListView(
                isHere,
                count(true, now),
                count(false, now),
                found.stream()
                        .map(each -> new ClaimListView.Line(ArrivalLine.of(each, now), claims.get(each.subject())))
                        .toList(),
                found.size() < limit
                        ? ""
                        : ArrivalCursor.after(ArrivalLine.of(found.getLast(), now))
                                .toString());
    }
}
