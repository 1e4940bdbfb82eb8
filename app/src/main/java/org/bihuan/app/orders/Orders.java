package org.bihuan.app.orders;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts packs into force and sets delegated values. Thread-safe. */
@Service
public class Orders {
    private final Rules rules;
    private final Duties duties;
    private final Versions versions;
    private final Changes changes;
    private final ProposalStore proposals;
    private final Rejudging rejudging;
    private final Currency currency;

    Orders(
            Rules rules,
            Duties duties,
            Versions versions,
            Changes changes,
            ProposalStore proposals,
            Rejudging rejudging,
            Currency currency) {
        this.currency = currency;
        this.rejudging = rejudging;
        this.rules = rules;
        this.duties = duties;
        this.versions = versions;
        this.changes = changes;
        this.proposals = proposals;
    }

    /**
     * Installs a pack and puts it into force, unless this very version is in force already. The regions it speaks to get
     * their duties.
     *
     * @param folder the pack
     * @param shared folder of the vocabulary and the kinds of fact
     * @param by who does it
     * @throws org.bihuan.policy.format.PackFormatException when it may not be activated
     */
    @Transactional(label = Asking.MACHINE)
    public boolean activate(Path folder, Path shared, Instant now, String by) {
        if (!rules.activate(folder, shared, now, by)) {
            return false;
        }
        duties.orderActivated(regions());
        return true;
    }

    /**
     * Begins what has been approved: a version comes into force, and the sweep may start. When rules or values have
     * changed since the preview, it is made again and has to be approved again.
     */
    @Transactional(label = Asking.MACHINE)
    void begin(Proposal proposal, Instant now) {
        // Where nobody was affected nobody has approved, so it must still be true of everybody.
        boolean isUnseen = proposal.kind() == Proposal.Kind.LISTS && proposal.changed() == 0;
        if (!changes.rulesMark(proposal, now).equals(proposal.rulesMark())
                || currency.hasOtherLevels(proposal)
                || isUnseen && currency.refusal(proposal, now).isPresent()) {
            proposals.previewAgain(proposal.id(), changes.basis(proposal, now));
            return;
        }
        if (proposal.kind() == Proposal.Kind.ACTIVATION && versions.activate(proposal.hash(), now, proposal.by())) {
            duties.regionsConcerned(regions());
        }
        proposals.move(proposal.id(), Proposal.State.APPROVED, Proposal.State.SWEEPING, "", now);
    }

    private List<DivisionCode> regions() {
        List<DivisionCode> regions = new ArrayList<>();
        for (Pack pack : rules.active()) {
            regions.addAll(regions(pack.manifest()));
        }
        return regions.stream().distinct().toList();
    }

    /**
     * Ends an order: it judges nothing new. Whoever it restricts stays under the version they are pinned to until that
     * ends by itself, so nobody is released or restricted by the retirement.
     *
     * @return how many subjects stay pinned to it
     * @throws OrderRefused when it is not in force, or a change of it is on its way
     */
    @Transactional(label = Asking.MACHINE)
    public long retire(String pack, String reason, String by, Instant now) {
        if (reason.isBlank()) {
            throw new OrderRefused("必须写明理由", "a reason is required");
        }
        if (proposals.hasOpen(pack)) {
            throw new OrderRefused(
                    "命令 " + pack + " 有未完成的变更，请先完成或撤回",
                    "a change of the order " + pack + " is on its way: finish or withdraw it first");
        }
        List<DivisionCode> regions = regions();
        if (!versions.retire(pack, now, by, reason.strip())) {
            throw new OrderRefused("命令 " + pack + " 没有生效，不能停用", "the order " + pack + " is not in force");
        }
        duties.regionsConcerned(regions);
        return rejudging.countPinned(pack);
    }

    /** Sets a value that an order leaves to the division, and has everybody judged again who needs it. */
    @Transactional
    public Rules.Setting set(
            String pack, String parameter, DivisionCode division, String value, Instant now, String by, String reason) {
        Rules.Setting result = rules.set(pack, parameter, division, value, now, by, reason);
        if (result instanceof Rules.Setting.Done) {
            duties.valueChanged(pack, parameter, division);
        }
        return result;
    }

    private static List<DivisionCode> regions(Manifest manifest) {
        List<DivisionCode> regions = new ArrayList<>();
        Manifest.Addressees addressees = manifest.addressees();
        if (addressees != null) {
            regions.addAll(Divisions.load().list(addressees.level(), manifest.jurisdiction()));
        }
        Manifest.Delegation delegation = manifest.delegation();
        if (delegation != null) {
            regions.addAll(Divisions.load().list(delegation.level(), manifest.jurisdiction()));
        }
        return regions;
    }
}
