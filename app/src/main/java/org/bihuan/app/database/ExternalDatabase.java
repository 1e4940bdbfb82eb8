package org.bihuan.app.database;

/** A PostgreSQL that somebody else runs. */
record ExternalDatabase(DatabaseAccess access) implements Database {

    @Override
    public void close() {
        // somebody else's server: nothing of ours to stop
    }
}
