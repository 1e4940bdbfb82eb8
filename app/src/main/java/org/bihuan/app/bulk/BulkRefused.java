package org.bihuan.app.bulk;

import org.bihuan.policy.pack.Wording;

/** Why something cannot be done about so many duties. */
final class BulkRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording why;

    BulkRefused(String zh, String en) {
        super(en);
        this.why = new Wording(zh, en);
    }

    Wording why() {
        return why;
    }
}
