package org.bihuan.app.orders;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.rules.Rules;
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

    Orders(Rules rules, Duties duties) {
        this.rules = rules;
        this.duties = duties;
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
        List<DivisionCode> regions = new ArrayList<>();
        for (Pack pack : rules.active()) {
            regions.addAll(regions(pack.manifest()));
        }
        duties.orderActivated(regions.stream().distinct().toList());
        return true;
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
