package org.bihuan.app.bulk;

import java.util.UUID;

/**
 * One duty of an action.
 *
 * @param number its place among the others
 * @param detail why it was refused or left out, Chinese and English after a slash; empty for the others
 */
record BulkItem(int number, UUID duty, State state, String detail) {
    /** What became of it. */
    enum State {
        WAITING,
        RECORDED,
        REFUSED,
        /** Left out: no longer to be done, or no longer seen by whoever asked. */
        SKIPPED,
        UNDONE
    }

    BulkItem as(State other, String why) {
        return new BulkItem(number, duty, other, why);
    }
}
