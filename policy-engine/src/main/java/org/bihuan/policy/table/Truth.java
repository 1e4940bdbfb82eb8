package org.bihuan.policy.table;

/** Whether a test holds, or cannot be said before a parameter has a value (Kleene's three-valued logic). */
enum Truth {
    NO,
    OPEN,
    YES;

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth negated() {
        return switch (this) {
            case NO -> YES;
            case OPEN -> OPEN;
            case YES -> NO;
        };
    }

    static Truth of(boolean value) {
        return value ? YES : NO;
    }
}
