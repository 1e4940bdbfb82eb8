package org.bihuan.app.orders;

import java.util.List;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.duties.RuleChange;
import org.bihuan.policy.fact.SubjectId;

/** Whom a proposal may concern. */
final class People {
    private People() {}

    /** A new version may concern anybody, a re-judgement those who were judged by something older. */
    static List<SubjectId> next(Rejudging rejudging, RuleChange change, Proposal proposal, String after, int limit) {
        return switch (proposal.kind()) {
            case ACTIVATION -> rejudging.everybody(after, limit);
            case REJUDGEMENT -> rejudging.behind(change, after, limit);
        };
    }
}
