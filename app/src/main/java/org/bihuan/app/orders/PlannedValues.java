package org.bihuan.app.orders;

import java.time.Instant;
import java.util.List;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Values that divisions decide from a date on. Thread-safe. */
@Service
public class PlannedValues {
    private static final String SET = "set";

    private final PlannedValueStore store;
    private final Rules rules;
    private final Orders orders;
    private final ValueProposals open;

    PlannedValues(PlannedValueStore store, Rules rules, Orders orders, ValueProposals open) {
        this.open = open;
        this.store = store;
        this.rules = rules;
        this.orders = orders;
    }

    /**
     * Decides a value from a moment on; at once when that has come. It is checked now, and again at its moment, since the
     * order may be another one by then.
     */
    @Transactional(label = Asking.MACHINE)
    public Rules.Setting plan(PlannedValue value, Instant now) {
        Rules.Setting answer =
                rules.check(value.pack(), value.parameter(), value.division(), value.value(), now, value.reason());
        if (answer instanceof Rules.Setting.Done) {
            store.insert(value, now);
            begin(now);
        }
        return answer;
    }

    /** Those of an order, the latest first. */
    public List<PlannedValue> list(String pack) {
        return store.list(pack);
    }

    /** Sets those whose moment has come, and what has been agreed to for a whole order. */
    @Transactional(label = Asking.MACHINE)
    public void begin(Instant now) {
        open.begin(now);
        for (PlannedValue each : store.due(now)) {
            Rules.Setting set = orders.set(
                    each.pack(), each.parameter(), each.division(), each.value(), now, each.by(), each.reason());
            store.done(each.id(), set instanceof Rules.Setting.Refused refused ? refused.message() : SET, now);
        }
    }
}
