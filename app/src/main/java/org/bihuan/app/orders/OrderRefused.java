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

    /** A refusal whose message has both languages with a slash between. */
    public static OrderRefused both(String message) {
        int middle = message.indexOf(" / ");
        return middle < 0
                ? new OrderRefused(message, message)
                : new OrderRefused(message.substring(0, middle), message.substring(middle + 3));
    }

    /** In the user's languages. */
    public Wording wording() {
        return wording;
    }
}
