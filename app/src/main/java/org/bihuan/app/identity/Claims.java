package org.bihuan.app.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Documents that people said are theirs without anybody seeing them: whoever declares in public may name any number. Such a
 * claim stays apart from whoever is known by the document until somebody has compared the two. Thread-safe.
 */
@Service
public class Claims {
    private static final String NUMBER = "claimedNumber";

    private final Finder finder;
    private final Facts facts;
    private final Disclosure disclosure;
    private final Ownership ownership;
    private final TransactionTemplate transactions;

    Claims(Finder finder, Facts facts, Disclosure disclosure, Ownership ownership, TransactionTemplate transactions) {
        this.finder = finder;
        this.facts = facts;
        this.disclosure = disclosure;
        this.ownership = ownership;
        this.transactions = transactions;
    }

    /** Open claims that the people make, or that are made on their documents, wherever: who asks is shown what they may see. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<Claim> about(Collection<SubjectId> people) {
        Map<SubjectId, List<SubjectId>> found = finder.claims(people);
        Set<SubjectId> all = new LinkedHashSet<>(found.keySet());
        found.values().forEach(all::addAll);
        Map<SubjectId, SubjectId> canonical = facts.canonical(all);
        List<Claim> claims = new ArrayList<>();
        found.forEach((claimant, owners) -> {
            SubjectId self = canonical.getOrDefault(claimant, claimant);
            List<SubjectId> known = owners.stream()
                    .map(each -> canonical.getOrDefault(each, each))
                    .distinct()
                    .toList();
            if (!known.contains(self)) {
                claims.add(new Claim(claimant, known));
            }
        });
        return claims;
    }

    /**
     * Says that somebody has compared the document with who claims it: it is theirs from now on, and whoever was known by it
     * is the same person. Said again it changes nothing. Not within a transaction.
     *
     * @param source who has compared it
     */
    public Registered confirm(SubjectId claimant, String source, Instant now) {
        Fact open = Asking.asMachine(() -> open(claimant, now));
        if (open == null) {
            return Ownership.nothingClaimed(claimant);
        }
        List<SubjectId> owners = about(List.of(claimant)).stream()
                .filter(each -> each.claimant().equals(claimant))
                .flatMap(each -> each.owners().stream())
                .toList();
        return Asking.asMachine(() -> Objects.requireNonNull(
                transactions.execute(status -> ownership.take(claimant, open, owners, source, now))));
    }

    private @Nullable Fact open(SubjectId claimant, Instant now) {
        List<Fact> claiming = facts.read(Map.of(claimant, List.of(claimant))).values().stream()
                .flatMap(own -> Corrections.standing(own.facts()).stream())
                .map(StandingFact::fact)
                .filter(fact -> fact.text(NUMBER) != null)
                .sorted(Fact.BY_PRECEDENCE)
                .toList();
        List<Fact> open = disclosure.open(WhoReads.now(), "arrivals", Action.VIEW, claiming, "", now);
        return open.stream()
                .filter(fact -> fact.text(NUMBER) != null)
                .reduce((_, last) -> last)
                .orElse(null);
    }
}
