package org.bihuan.trace.index;

/** What a row turned out to be. */
enum RowOutcome {
    FRESH,
    REPEATED,
    CONFLICTING
}
