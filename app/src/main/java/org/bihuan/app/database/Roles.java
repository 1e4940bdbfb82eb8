package org.bihuan.app.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The ordinary roles and the database of an embedded server. Done at every start: what is there stays, the passwords
 * become those of the file. Names and passwords are our own (letters, digits, minus, underscore), never input.
 */
final class Roles {
    static final String DATABASE = "bihuan";

    private Roles() {}

    static void ensure(String serverUrl, Credentials credentials) {
        try (Connection connection =
                Sql.dataSource(serverUrl + "postgres", credentials.superuser()).getConnection()) {
            role(connection, credentials.owner());
            role(connection, credentials.application());
            if (Sql.one(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")
                    .isEmpty()) {
                create(connection, DATABASE, credentials.owner().user());
            }
            open(connection, DATABASE, credentials.application().user());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set up the database's roles", e);
        }
    }

    static void role(Connection connection, Login login) throws SQLException {
        String attributes = " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";
        boolean there = Sql.one(connection, "select 1 from pg_roles where rolname = '" + login.user() + "'")
                .isPresent();
        Sql.execute(
                connection,
                (there ? "alter" : "create") + " role " + login.user() + attributes + " password '" + login.password()
                        + "'");
    }

    /** Nobody but the owner may make anything in it. */
    static void create(Connection connection, String database, String owner) throws SQLException {
        Sql.execute(connection, "create database " + database + " owner " + owner);
    }

    /** Lets the ordinary role in, and nobody else. */
    static void open(Connection connection, String database, String application) throws SQLException {
        Sql.execute(connection, "revoke all on database " + database + " from public");
        Sql.execute(connection, "grant connect, temporary on database " + database + " to " + application);
    }
}
