package org.bihuan.app.database;

import java.sql.SQLException;
import java.util.Optional;

/** What kind of error a database reported: five letters and digits that quote nobody. */
public final class SqlState {
    private SqlState() {}

    /** The SQLSTATE of an exception of the database, empty for any other. */
    public static Optional<String> of(Throwable throwable) {
        return throwable instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }
}
