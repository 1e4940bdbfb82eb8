package org.bihuan.app.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of what happened, without what it says. Thread-safe. */
@Service
public class FactLists {
    private final FactListStore store;
    private final Facts facts;

    FactLists(FactListStore store, Facts facts) {
        this.store = store;
        this.facts = facts;
    }

    /**
     * Facts of a kind that happened after one moment and not after another, by what is known now: those taken back are left
     * out, and people who are one count as one subject.
     */
    @Transactional(readOnly = true)
    public List<FactSeen> standing(String kind, Instant after, Instant until) {
        List<FactSeen> all = store.list(kind, after, until);
        Set<java.util.UUID> taken =
                store.takenBack(all.stream().map(FactSeen::fact).collect(Collectors.toSet()));
        Map<SubjectId, SubjectId> canonical =
                facts.canonical(all.stream().map(FactSeen::subject).distinct().toList());
        return all.stream()
                .filter(each -> !taken.contains(each.fact()))
                .map(each -> new FactSeen(
                        each.fact(),
                        canonical.getOrDefault(each.subject(), each.subject()),
                        each.division(),
                        each.occurredAt()))
                .distinct()
                .toList();
    }
}
