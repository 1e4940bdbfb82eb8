package org.bihuan.app.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.app.duties.JudgedOnce;
import org.bihuan.app.duties.Rejudged;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.facts.Facts;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/**
 * Tells whether a preview still says what would happen: the rules are those it was made with, nobody in it reads a level
 * that lists have changed, and whatever was recorded
 * since changes nothing of what it says. Those whom later facts speak of are judged again by the same code, so that a
 * test result of somebody else does not undo an approval, and an arrival that would be counted does.
 */
@Component
class Currency {
    private static final int MOST = 5_000;

    private final Changes changes;
    private final Facts facts;
    private final Rejudging rejudging;
    private final EffectStore effects;
    private final PreviewLevelStore levels;
    private final ProposalStore proposals;

    Currency(
            Changes changes,
            Facts facts,
            Rejudging rejudging,
            EffectStore effects,
            PreviewLevelStore levels,
            ProposalStore proposals) {
        this.levels = levels;
        this.proposals = proposals;
        this.changes = changes;
        this.facts = facts;
        this.rejudging = rejudging;
        this.effects = effects;
    }

    Optional<OrderRefused> refusal(Proposal proposal, Instant now) {
        if (!changes.rulesMark(proposal, now).equals(proposal.rulesMark())) {
            return Optional.of(new OrderRefused(
                    "预演之后规则或数值有变，预演已失效，请重新预演", "rules or values have changed since the preview: make it again"));
        }
        if (hasOtherLevels(proposal)) {
            return Optional.of(
                    new OrderRefused(
                            "预演之后名单、响应级别或重点来源有变，且预演中有人的判定用到，请重新预演",
                            "lists, response levels or sources have changed what somebody in the preview reads: make it again"));
        }
        List<SubjectId> since = facts.subjectsSince(proposal.factsMark(), MOST + 1);
        if (since.size() > MOST || differs(proposal, since)) {
            return Optional.of(new OrderRefused(
                    "预演之后又有新的记录，影响人员已变，请重新预演",
                    "what has been recorded since the preview changes whom it concerns: make it again"));
        }
        return Optional.empty();
    }

    /** Whether levels that the preview of an order read are others now. */
    boolean hasOtherLevels(Proposal proposal) {
        return proposal.kind() != Proposal.Kind.LISTS && levels.isTouched(proposal.id(), moving());
    }

    /** The edition to which people are being moved, 0 for none. */
    private long moving() {
        return proposals
                .findOpen(Proposal.RISK_LISTS)
                .filter(each -> each.startedAt() != null)
                .map(Proposal::edition)
                .orElse(0L);
    }

    private boolean differs(Proposal proposal, List<SubjectId> subjects) {
        Instant previewed = Objects.requireNonNull(proposal.previewedAt());
        Map<SubjectId, Effect> known = effects.of(proposal.id(), subjects);
        for (Rejudged each : rejudging.preview(changes.of(proposal), subjects, previewed, new JudgedOnce())) {
            Effect effect = each.difference().isChange() ? Effect.of(each.difference()) : null;
            if (!Objects.equals(effect, known.get(each.subject()))) {
                return true;
            }
        }
        return false;
    }
}
