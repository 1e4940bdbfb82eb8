package org.bihuan.app.places;

import org.bihuan.policy.pack.Wording;

/** A change of the register that cannot be made; the message says why and what to do. */
public final class PlaceRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Wording wording;

    PlaceRefused(String zh, String en) {
        super(en);
        this.wording = new Wording(zh, en);
    }

    /** What is wrong and the way out, for people. */
    public Wording wording() {
        return wording;
    }
}
