package org.bihuan.app.database;

/** A PostgreSQL that is up. Closing it stops an embedded server and leaves an external one alone. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase, RunningDatabase {

    DatabaseAccess access();

    @Override
    void close();
}
