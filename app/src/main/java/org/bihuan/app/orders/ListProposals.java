package org.bihuan.app.orders;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.risk.Edition;
import org.bihuan.app.risk.Editions;
import org.bihuan.policy.fact.HashId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a proposal of the latest edition of lists, response levels and sources, by whoever brought it, where somebody reads a level that it
 * changes; otherwise carries it through at once. One on its way for an older edition is withdrawn, unless people move by
 * it already. A proposal that was withdrawn by a person is not made again by the machine.
 */
@Component
class ListProposals {
    private static final Map<String, String> CAUSES = Map.of(
            "taken", "新名单 / new list",
            "withdrawn", "名单撤回 / list withdrawn",
            "resolved", "地名认定 / name settled",
            "responded", "响应级别变更 / response level",
            "flagged", "标注重点来源 / source flagged",
            "ended", "重点来源结束 / source ended");

    private final Proposals proposals;
    private final ProposalStore store;
    private final Editions editions;
    private final ListChanges changes;

    ListProposals(Proposals proposals, ProposalStore store, Editions editions, ListChanges changes) {
        this.proposals = proposals;
        this.store = store;
        this.editions = editions;
        this.changes = changes;
    }

    @Transactional(label = Asking.MACHINE)
    void consider(Instant now) {
        long latest = editions.latest();
        if (latest <= changes.carried()) {
            return;
        }
        UUID id = HashId.of("list-proposal", Long.toString(latest));
        Optional<Proposal> open = store.findOpen(Proposal.RISK_LISTS);
        if (open.isPresent()) {
            Proposal older = open.get();
            if (older.edition() == latest || !isSuperseded(older, now)) {
                return;
            }
        }
        if (store.find(id).isPresent() || changes.carry(latest, null, now).isEmpty()) {
            return;
        }
        Edition edition = editions.find(latest).orElseThrow();
        proposals.lists(id, latest, CAUSES.get(edition.cause()) + ": " + edition.series(), edition.madeBy());
    }

    private boolean isSuperseded(Proposal older, Instant now) {
        return switch (older.state()) {
            case PREVIEWING, PREVIEWED, APPROVED ->
                store.move(
                        older.id(),
                        older.state(),
                        Proposal.State.WITHDRAWN,
                        "名单又有新版 / a newer edition of the lists has come",
                        now);
            case SWEEPING, STOPPED, DONE, WITHDRAWN, FAILED -> false;
        };
    }
}
