package org.bihuan.app.risk;

import org.bihuan.policy.pack.Wording;

/** What cannot be done with a list; the message says why and what to do. */
public final class RiskRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Wording wording;

    RiskRefused(String zh, String en) {
        super(en);
        this.wording = new Wording(zh, en);
    }

    /** What is wrong and the way out, for people. */
    public Wording wording() {
        return wording;
    }
}
