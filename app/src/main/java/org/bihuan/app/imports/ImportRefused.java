package org.bihuan.app.imports;

import org.bihuan.policy.pack.Wording;

/** Something about an upload that cannot be done; the message says why and what to do. */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Wording wording;

    ImportRefused(String code, String zh, String en) {
        super(en);
        this.code = code;
        this.wording = new Wording(zh, en);
    }

    public String code() {
        return code;
    }

    /** What is wrong and the way out, for people. */
    public Wording wording() {
        return wording;
    }
}
