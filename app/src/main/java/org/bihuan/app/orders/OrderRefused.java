package org.bihuan.app.orders;

import org.bihuan.policy.pack.Wording;

/** Something about an order that cannot be done, and the way out. */
public final class OrderRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Wording wording;

    OrderRefused(String zh, String en) {
        super(en);
        this.wording = new Wording(zh, en);
    }

    /** A refusal in both languages. */
    public static OrderRefused of(String zh, String en) {
        return new OrderRefused(zh, en);
    }

    /** In the user's languages. */
    public Wording wording() {
        return wording;
    }
}
