package org.bihuan.policy.table;

/** How bad a finding is. */
public enum Severity {
    /** The table must not be activated. */
    ERROR,
    /** Probably a slip; the table still means one thing. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
