package org.bihuan.app.photos;

import org.bihuan.policy.pack.Wording;

/** Why a file is not taken as a photo: the rule and the way out, in both languages. */
public final class PhotoRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Wording why;

    public PhotoRefused(String zh, String en) {
        super(en);
        this.why = new Wording(zh, en);
    }

    public Wording why() {
        return why;
    }
}
