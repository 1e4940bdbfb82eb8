package org.bihuan.app.orders;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.OrderChange;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.duties.RuleChange;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Whom a proposal may concern. Thread-safe. */
@Component
final class Concerned {
    private final Rejudging rejudging;
    private final ListChanges lists;
    private volatile Keys keys = new Keys(new UUID(0, 0), 0, Set.of());

    Concerned(Rejudging rejudging, ListChanges lists) {
        this.rejudging = rejudging;
        this.lists = lists;
    }

    /** The levels that a proposal of lists changes, as found when its preview or sweep began. */
    private record Keys(UUID proposal, int preview, Set<String> changed) {}

    /**
     * A new version may concern anybody, a re-judgement those who were judged by something older, a list those who read a
     * level that it changes.
     */
    List<SubjectId> next(RuleChange change, Proposal proposal, String after, int limit) {
        return switch (proposal.kind()) {
            case ACTIVATION -> rejudging.everybody(after, limit);
            case REJUDGEMENT -> rejudging.behind((OrderChange) change, after, limit);
            case LISTS -> lists.readers(changed(proposal, after), after, limit);
        };
    }

    private Set<String> changed(Proposal proposal, String after) {
        Keys known = keys;
        if (after.isEmpty() || !known.proposal().equals(proposal.id()) || known.preview() != proposal.preview()) {
            known = new Keys(proposal.id(), proposal.preview(), lists.changed(proposal.edition()));
            keys = known;
        }
        return known.changed();
    }
}
