package org.bihuan.policy.table;

import java.util.Set;

/**
 * A unary test with its endpoints turned into slots of the column: passes from the low bound to the high bound, both
 * inclusive; empty when low is above high.
 */
record SlotRange(Bound low, Bound high) {
    /**
     * One end of a range.
     *
     * @param slot where it is, when no unset parameter hides it
     * @param unset the unset parameter that hides it, or empty
     */
    record Bound(int slot, String unset) {
        static Bound at(int slot) {
            return new Bound(slot, "");
        }

        static Bound hidden(String parameter) {
            return new Bound(0, parameter);
        }

        boolean isHidden() {
            return !unset.isEmpty();
        }
    }

    static SlotRange between(Bound low, Bound high) {
        return new SlotRange(low, high);
    }

    Truth at(int slot) {
        Truth aboveLow = low.isHidden() ? Truth.OPEN : Truth.of(slot >= low.slot());
        Truth belowHigh = high.isHidden() ? Truth.OPEN : Truth.of(slot <= high.slot());
        return aboveLow.and(belowHigh);
    }

    void addUnset(Set<String> names) {
        if (low.isHidden()) {
            names.add(low.unset());
        }
        if (high.isHidden()) {
            names.add(high.unset());
        }
    }
}
