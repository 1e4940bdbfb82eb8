package org.bihuan.exchange;

import org.bihuan.policy.pack.Wording;

/** A list that cannot be read; the message says why and what to do. */
public final class ListRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    ListRefused(String zh, String en) {
        super(en);
        this.wording = new Wording(zh, en);
    }

    /** In both languages. */
    public Wording wording() {
        return wording;
    }
}
