package org.bihuan.app.duties;

/** A queue with its own share of the work. */
public enum Lane {
    /** Subjects about whom something was recorded. */
    LIVE,
    /** Subjects whose time has come although nothing was recorded. */
    CLOCK
}
