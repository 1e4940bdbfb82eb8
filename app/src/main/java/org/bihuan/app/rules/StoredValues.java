package org.bihuan.app.rules;

import java.util.List;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;

/** The values that have been set for an order, for a command without the server. Thread-safe. */
public final class StoredValues {
    private final RuleStore store;

    StoredValues(RuleStore store) {
        this.store = store;
    }

    /** What a command has to make beans of. */
    public static List<Class<?>> parts() {
        return List.of(RuleStore.class, StoredValues.class);
    }

    /** What a version of the order would judge by if it were active now. */
    public List<ParameterSetting> of(Pack pack) {
        return Rules.settings(pack, store.settings(pack.id()), Long.MAX_VALUE);
    }
}
