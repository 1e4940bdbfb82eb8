package org.bihuan.app.arrivals;

import org.bihuan.app.authority.Asker;
import org.bihuan.kernel.DivisionCode;

/**
 * Who deals with vehicles at a checkpoint.
 *
 * @param source of the facts: the login, or the device that queued them, whoever is logged in when they are sent
 * @param asker whoever is logged in
 */
record Officer(String source, Asker asker) {
    static Officer of(Asker asker) {
        return new Officer(asker.login(), asker);
    }

    DivisionCode region() {
        return asker.region();
    }
}
