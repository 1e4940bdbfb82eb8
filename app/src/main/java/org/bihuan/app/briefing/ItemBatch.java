package org.bihuan.app.briefing;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Item;

/** Writes the list behind a figure as it is found, {@value ItemStore#STEP} things at once. Not thread-safe. */
final class ItemBatch {
    private final ItemStore store;
    private final Briefing briefing;
    private final Definition.Line line;
    private final List<ItemStore.Numbered> waiting = new ArrayList<>(ItemStore.STEP);
    private int number;

    ItemBatch(ItemStore store, Briefing briefing, Definition.Line line) {
        this.store = store;
        this.briefing = briefing;
        this.line = line;
    }

    void add(Item item) {
        waiting.add(new ItemStore.Numbered(number++, item));
        if (waiting.size() == ItemStore.STEP) {
            write();
        }
    }

    /** Writes what is not yet written. */
    void write() {
        store.add(briefing, line.key(), line.byCounty(), waiting);
        waiting.clear();
    }
}
