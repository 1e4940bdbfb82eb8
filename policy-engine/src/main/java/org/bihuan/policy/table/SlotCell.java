package org.bihuan.policy.table;

import java.util.List;
import java.util.Set;

/**
 * A cell with its tests turned into slots of the column.
 *
 * @param any whether any slot passes
 * @param negated whether none of the ranges, instead of one of them, must hold
 * @param ranges the tests
 */
record SlotCell(boolean any, boolean negated, List<SlotRange> ranges) {
    Truth at(int slot) {
        if (any) {
            return Truth.YES;
        }
        Truth found = Truth.NO;
        for (SlotRange range : ranges) {
            found = found.or(range.at(slot));
            if (found == Truth.YES) {
                break;
            }
        }
        return negated ? found.negated() : found;
    }

    /** Adds the unset parameters that keep the cell open at the slot; none when it is not open there. */
    void addUnset(int slot, Set<String> names) {
        if (at(slot) != Truth.OPEN) {
            return;
        }
        for (SlotRange range : ranges) {
            if (range.at(slot) == Truth.OPEN) {
                range.addUnset(names);
            }
        }
    }
}
