package org.bihuan.app.orders.web;

import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;

/** Who asks, by the name that approvals carry. */
final class Who {
    private Who() {}

    static String asks() {
        return Asking.asker().map(Asker::login).orElse("machine");
    }
}
