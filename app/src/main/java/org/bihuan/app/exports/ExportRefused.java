package org.bihuan.app.exports;

import org.bihuan.policy.pack.Wording;

/** An export that cannot be had this way; the message says why and what to do. */
public final class ExportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Wording wording;

    ExportRefused(String zh, String en) {
        super(en);
        this.wording = new Wording(zh, en);
    }

    /** What is wrong and the way out, for people. */
    public Wording wording() {
        return wording;
    }
}
