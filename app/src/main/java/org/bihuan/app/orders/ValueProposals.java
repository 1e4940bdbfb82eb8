package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.rules.Filling;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lawful way to fill what a text leaves empty: one proposes, two others agree, and from its moment on the value counts
 * for every version that leaves it empty. It judges nobody by itself: that begins when a version is put into force, with a
 * preview of its own. Thread-safe.
 */
@Service
public class ValueProposals {
    private static final int LONGEST = 500;

    private final ValueProposalStore store;
    private final Filling filling;
    private final Versions versions;
    private final Clock clock;

    ValueProposals(ValueProposalStore store, Filling filling, Versions versions, Clock clock) {
        this.store = store;
        this.filling = filling;
        this.versions = versions;
        this.clock = clock;
    }

    /** Those of an order, the latest first. */
    public List<ValueProposal> list(String pack) {
        return store.list(pack);
    }

    public Optional<ValueProposal> find(UUID id) {
        return store.find(id);
    }

    /**
     * Proposes a value. The same wish sent twice is one.
     *
     * @param id made by whoever proposes
     * @param fromAt from when on; at once when it has come
     * @throws OrderRefused when the value may not be set, or another wish for it is open
     */
    @Transactional(label = Asking.MACHINE)
    public ValueProposal propose(
            UUID id, String hash, String parameter, String value, Instant fromAt, String reason, String by) {
        Optional<ValueProposal> known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        PackVersion version = versions.find(hash)
                .orElseThrow(() -> new OrderRefused("没有这个版本：" + hash, "there is no version " + hash));
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST || value.length() > LONGEST) {
            throw new OrderRefused(
                    "理由须为1至" + LONGEST + "个字，数值至多" + LONGEST + "个字",
                    "the reason has 1 to " + LONGEST + " characters, the value at most " + LONGEST);
        }
        Instant now = clock.instant();
        requireSettable(filling.check(hash, parameter, value.strip(), now));
        ValueProposal proposal = new ValueProposal(
                id,
                version.pack(),
                hash,
                parameter,
                value.strip(),
                fromAt,
                why,
                by,
                now,
                ValueProposal.State.PROPOSED,
                "",
                List.of());
        if (!store.insert(proposal)) {
            throw new OrderRefused(
                    parameter + " 已有一项未完成的提议，请先批准或撤回",
                    "another wish for " + parameter + " is open: approve or withdraw it first");
        }
        return proposal;
    }

    private static void requireSettable(Rules.Setting answer) {
        if (answer instanceof Rules.Setting.Refused refused) {
            throw OrderRefused.both(refused.message());
        }
    }

    /**
     * Agrees to it. The second approval lets it count from its moment on.
     *
     * @throws OrderRefused when it is the author or the same person twice, it is not open, or can no longer be set
     */
    @Transactional(label = Asking.MACHINE)
    public ValueProposal approve(UUID id, String by) {
        ValueProposal proposal = locked(id, ValueProposal.State.PROPOSED);
        if (proposal.by().equals(by)) {
            throw new OrderRefused(
                    "不能批准自己提出的数值，请由另一人批准", "the author cannot approve their own value: let somebody else");
        }
        Instant now = clock.instant();
        requireSettable(filling.check(proposal.hash(), proposal.parameter(), proposal.value(), now));
        if (!store.approve(id, by, now)) {
            throw new OrderRefused("您已批准过，须由另一人批准", "you have approved it already: somebody else has to");
        }
        if (store.find(id).orElseThrow().approvedBy().size() >= ValueProposal.APPROVALS) {
            store.move(id, ValueProposal.State.APPROVED, "", now);
            begin(now);
        }
        return store.find(id).orElseThrow();
    }

    /** Takes it back before it counts. */
    @Transactional(label = Asking.MACHINE)
    public void withdraw(UUID id) {
        locked(id, ValueProposal.State.PROPOSED, ValueProposal.State.APPROVED);
        store.move(id, ValueProposal.State.WITHDRAWN, "", clock.instant());
    }

    private ValueProposal locked(UUID id, ValueProposal.State... allowed) {
        if (!store.lock(id)) {
            throw new OrderRefused("没有这项提议", "there is no such wish");
        }
        ValueProposal proposal = store.find(id).orElseThrow();
        if (!List.of(allowed).contains(proposal.state())) {
            throw new OrderRefused(
                    "这项提议已经办结，请刷新页面", "the wish is " + proposal.state().word() + ": load the page again");
        }
        return proposal;
    }

    /** Sets those whose moment has come; what can no longer be set says why. */
    @Transactional(label = Asking.MACHINE)
    public void begin(Instant now) {
        for (UUID id : store.due(now)) {
            ValueProposal due = store.find(id).orElseThrow();
            String by = due.by() + ", " + String.join(", ", due.approvedBy());
            Rules.Setting set = filling.fill(due.hash(), due.parameter(), due.value(), now, by, due.reason());
            boolean refused = set instanceof Rules.Setting.Refused;
            store.move(
                    id,
                    refused ? ValueProposal.State.REFUSED : ValueProposal.State.SET,
                    set instanceof Rules.Setting.Refused why ? why.message() : "",
                    now);
        }
    }
}
