package org.bihuan.app.orders;

import java.util.List;
import org.springframework.stereotype.Service;

/** Changes and values that wait for somebody's approval. Thread-safe. */
@Service
public class WaitingApprovals {
    private final WaitingApprovalStore store;

    WaitingApprovals(WaitingApprovalStore store) {
        this.store = store;
    }

    /** How many wait for the one who asks: not their own, and not approved by them already. */
    public long count(String login) {
        return store.count(login);
    }

    /** Orders with values among them. */
    public List<String> ordersOfValues(String login) {
        return store.ordersOfValues(login);
    }
}
