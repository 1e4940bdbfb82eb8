package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.risk.Editions;
import org.bihuan.app.rules.ActivationCheck;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Versions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.pack.Manifest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of orders from wish to deed: proposed by one, previewed by the machine, approved by others, carried through.
 * Nobody is judged otherwise before the approvals are complete. Thread-safe.
 */
@Service
public class Proposals {
    private static final int LONGEST_REASON = 500;

    private final ProposalStore store;
    private final Changes changes;
    private final Versions versions;
    private final Currency currency;
    private final Editions editions;
    private final ListChanges lists;
    private final Clock clock;
    private final Duration previewCounts;

    Proposals(
            ProposalStore store,
            Changes changes,
            Versions versions,
            Currency currency,
            Lists lists,
            Clock clock,
            @Value("${bihuan.orders.preview-counts:24h}") Duration previewCounts) {
        this.store = store;
        this.changes = changes;
        this.versions = versions;
        this.currency = currency;
        this.editions = lists.editions();
        this.lists = lists.changes();
        this.clock = clock;
        this.previewCounts = previewCounts;
    }

    /** The risk lists and whom they concern. */
    @Component
    record Lists(Editions editions, ListChanges changes) {}

    public List<Proposal> list(int limit) {
        return store.list(limit);
    }

    public Optional<Proposal> find(UUID id) {
        return store.find(id);
    }

    /** Approvals of the present preview, the first first. */
    public List<Approval> approvals(Proposal proposal) {
        return store.approvals(proposal.id()).stream()
                .filter(each -> each.previewHash().equals(proposal.previewHash()))
                .toList();
    }

    /**
     * Proposes to put a version into force. Its preview begins at once.
     *
     * @param id made by whoever proposes, so that the same wish sent twice is one
     * @param takesEffectAt not before this moment; the present for at once
     * @throws OrderRefused when there is no such version, it is in force, or it may not be put into force
     */
    @Transactional(label = Asking.MACHINE)
    public Proposal activation(UUID id, String hash, Instant takesEffectAt, String reason, String by) {
        Optional<Proposal> known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        PackVersion version = versions.find(hash)
                .orElseThrow(() -> new OrderRefused("没有这个版本：" + hash, "there is no version " + hash));
        if (version.state() == PackVersion.State.ACTIVE) {
            throw new OrderRefused(
                    "版本 " + version.version() + " 已经生效；如要让以前的人也按它判定，请提出复判",
                    "version " + version.version()
                            + " is in force already; propose a re-judgement to move people judged before");
        }
        ActivationCheck check = versions.check(hash);
        if (!check.passes()) {
            throw new OrderRefused(
                    "版本 " + version.version() + " 不能生效，请先改正：" + String.join("；", check.problems()),
                    "version " + version.version() + " may not be put into force, mend it first: "
                            + String.join("; ", check.problems()));
        }
        return propose(id, Proposal.Kind.ACTIVATION, version.pack(), hash, takesEffectAt, reason, by);
    }

    /**
     * Proposes to judge people again who were judged by older versions or values.
     *
     * @throws OrderRefused when the order is not in force, says that they keep their version, or there is nobody
     */
    @Transactional(label = Asking.MACHINE)
    public Proposal rejudgement(UUID id, String pack, String reason, String by) {
        Optional<Proposal> known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        PackPolicy active = changes.active(pack)
                .orElseThrow(() -> new OrderRefused("没有生效的命令 " + pack, "no order " + pack + " is in force"));
        if (active.pack().manifest().transition() == Manifest.Transition.KEEP) {
            throw new OrderRefused(
                    "命令 " + pack + " 规定已判定的人维持原判（transition: keep）；须先发布规定复判的新版本",
                    "the order " + pack
                            + " says that people keep what they were judged by (transition: keep): bring in a"
                            + " version that says otherwise first");
        }
        return propose(id, Proposal.Kind.REJUDGEMENT, pack, active.pack().hash(), clock.instant(), reason, by);
    }

    /**
     * Proposes to judge everybody by an edition of the risk lists whose decision reads a level that it changes.
     *
     * @throws OrderRefused when another edition is the latest, or everybody is judged by it already
     */
    @Transactional(label = Asking.MACHINE)
    public Proposal lists(UUID id, long edition, String reason, String by) {
        Optional<Proposal> known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        if (edition != editions.latest() || edition <= lists.carried()) {
            throw new OrderRefused(
                    "名单第" + edition + "版不是待执行的最新一版，请刷新页面",
                    "edition " + edition
                            + " of the lists is not the latest one still to be carried through: reload the page");
        }
        return propose(
                id, Proposal.Kind.LISTS, Proposal.RISK_LISTS, Long.toString(edition), clock.instant(), reason, by);
    }

    private Proposal propose(
            UUID id, Proposal.Kind kind, String pack, String hash, Instant takesEffectAt, String reason, String by) {
        String known = reason.strip();
        if (known.isEmpty() || known.length() > LONGEST_REASON) {
            throw new OrderRefused(
                    "理由须为1至" + LONGEST_REASON + "个字", "the reason has 1 to " + LONGEST_REASON + " characters");
        }
        if (store.hasOpen(pack)) {
            throw new OrderRefused(
                    "命令 " + pack + " 已有一项未完成的变更，请先完成或撤回",
                    "another change of the order " + pack + " is on its way: finish or withdraw it first");
        }
        Instant now = clock.instant();
        Changes.Basis basis = kind == Proposal.Kind.LISTS
                ? new Changes.Basis(hash, null, Long.toString(lists.carried()))
                : changes.basis(pack, hash, now);
        Proposal proposal = new Proposal(
                id,
                kind,
                pack,
                hash,
                basis.settings(),
                basis.beforeHash(),
                basis.beforeSettings(),
                known,
                by,
                now,
                takesEffectAt,
                Proposal.State.PREVIEWING,
                1,
                null,
                null,
                0,
                null,
                0,
                0,
                0,
                null,
                null,
                "");
        store.insert(proposal);
        versions.note(pack, hash, "proposed", now, by, known);
        return proposal;
    }

    /** Has the preview made anew, by what is in force and recorded now; approvals of the one before count no more. */
    @Transactional(label = Asking.MACHINE)
    public void previewAgain(UUID id) {
        Proposal proposal = locked(id);
        switch (proposal.state()) {
            case PREVIEWED, APPROVED, FAILED -> {}
            case PREVIEWING, SWEEPING, STOPPED, DONE, WITHDRAWN -> throw wrongState(proposal);
        }
        store.previewAgain(id, changes.basis(proposal, clock.instant()));
    }

    /**
     * Approves the preview. The last approval needed lets the change begin at its moment.
     *
     * @param previewHash the preview that whoever approves has seen
     * @throws OrderRefused when it is the author, the same person twice, or the preview is not the present one or no
     *     longer true
     */
    @Transactional(label = Asking.MACHINE)
    public Proposal approve(UUID id, String previewHash, String by) {
        Proposal proposal = locked(id);
        if (proposal.by().equals(by)) {
            throw new OrderRefused(
                    "不能批准自己提出的变更，请由另一人批准", "the author cannot approve their own proposal: let somebody else");
        }
        if (drafters(proposal).contains(by)) {
            throw new OrderRefused(
                    "不能批准自己起草的版本，请由另一人批准", "who drafted the version cannot approve it: let somebody else");
        }
        if (proposal.state() != Proposal.State.PREVIEWED) {
            throw wrongState(proposal);
        }
        if (!previewHash.equals(proposal.previewHash())) {
            throw new OrderRefused(
                    "您看到的预演已被新的预演取代，请重新查看后再批准",
                    "the preview you saw has been replaced by a newer one: look at that and approve it");
        }
        if (approvals(proposal).stream().anyMatch(each -> each.by().equals(by))) {
            throw new OrderRefused("您已批准过这次预演，须由另一人批准", "you have approved this preview already: somebody else has to");
        }
        Instant now = clock.instant();
        requireCurrent(proposal, now);
        if (!store.approve(id, previewHash, by, now)) {
            throw new OrderRefused("您已批准过这次预演，须由另一人批准", "you have approved this preview already: somebody else has to");
        }
        versions.note(proposal.pack(), proposal.hash(), "approved", now, by, previewHash);
        if (approvals(proposal).size() >= proposal.approvalsNeeded()) {
            store.move(id, Proposal.State.PREVIEWED, Proposal.State.APPROVED, "", now);
        }
        return store.find(id).orElseThrow();
    }

    private Set<String> drafters(Proposal proposal) {
        Set<String> drafters = new HashSet<>();
        if (proposal.kind() == Proposal.Kind.ACTIVATION) {
            versions.find(proposal.hash()).ifPresent(version -> drafters.add(version.installedBy()));
        }
        return drafters;
    }

    private void requireCurrent(Proposal proposal, Instant now) {
        Instant previewed = proposal.previewedAt();
        if (previewed == null || previewed.plus(previewCounts).isBefore(now)) {
            throw new OrderRefused(
                    "预演已超过 " + previewCounts.toHours() + " 小时，请重新预演",
                    "the preview is older than " + previewCounts.toHours() + " hours: make it again");
        }
        currency.refusal(proposal, now).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Takes the proposal back before it has begun. */
    @Transactional(label = Asking.MACHINE)
    public void withdraw(UUID id, String by) {
        Proposal proposal = locked(id);
        switch (proposal.state()) {
            case PREVIEWING, PREVIEWED, APPROVED -> {
                Instant now = clock.instant();
                store.move(id, proposal.state(), Proposal.State.WITHDRAWN, by, now);
                versions.note(proposal.pack(), proposal.hash(), "withdrawn", now, by, "");
            }
            case SWEEPING, STOPPED, DONE, WITHDRAWN, FAILED -> throw wrongState(proposal);
        }
    }

    /** Stops the sweep after its present step. */
    @Transactional(label = Asking.MACHINE)
    public void stop(UUID id) {
        require(id, Proposal.State.SWEEPING, Proposal.State.STOPPED);
    }

    /** Lets a stopped sweep go on where it stood. */
    @Transactional(label = Asking.MACHINE)
    public void resume(UUID id) {
        require(id, Proposal.State.STOPPED, Proposal.State.SWEEPING);
    }

    private void require(UUID id, Proposal.State from, Proposal.State to) {
        Proposal proposal = locked(id);
        if (!store.move(id, from, to, "", clock.instant())) {
            throw wrongState(proposal);
        }
    }

    private Proposal locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new OrderRefused("没有这项变更", "there is no such proposal"));
    }

    private static OrderRefused wrongState(Proposal proposal) {
        Map<Proposal.State, String> names = Map.of(
                Proposal.State.PREVIEWING, "预演中",
                Proposal.State.PREVIEWED, "待批准",
                Proposal.State.APPROVED, "已批准",
                Proposal.State.SWEEPING, "执行中",
                Proposal.State.STOPPED, "已暂停",
                Proposal.State.DONE, "已完成",
                Proposal.State.WITHDRAWN, "已撤回",
                Proposal.State.FAILED, "失败");
        return new OrderRefused(
                "这项变更" + names.get(proposal.state()) + "，现在不能这样做；请刷新页面",
                "the proposal is " + proposal.state().word() + ", which does not allow this: load the page again");
    }
}
