package org.bihuan.app.database;

/** How the database stands. */
public enum DatabaseFault {
    NONE,
    /** It does not answer. */
    UNREACHABLE,
    /** It would lose what it has acknowledged. */
    NOT_DURABLE,
    /** Its schema is another than this program's. */
    OTHER_SCHEMA
}
