package org.bihuan.app.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.database.Installation;

/**
 * Checks that every B-tree of the modules is in order and holds every row, with PostgreSQL's own amcheck, also while
 * people work. Nothing stays: the extension is made in a transaction that is undone. One thread at a time.
 */
final class IndexStore implements AutoCloseable {
    private final Connection connection;

    private IndexStore(Connection connection) {
        this.connection = connection;
    }

    static IndexStore open(Installation installation) {
        try {
            Connection connection =
                    installation.superuser(Installation.database()).getConnection();
            connection.setAutoCommit(false);
            return new IndexStore(connection);
        } catch (SQLException e) {
            throw new BackupFailure("database", "读不了数据库", "the database cannot be read", e);
        }
    }

    /** What is wrong, one line an index; empty when all is well. */
    List<String> faults(Progress progress) {
        List<String> faults = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists amcheck");
            List<String> indexes = indexes(statement);
            for (String index : indexes) {
                progress.at(index, 0);
                check(index).ifPresent(faults::add);
                progress.done(1);
            }
            connection.rollback();
            return faults;
        } catch (SQLException e) {
            throw new BackupFailure("database", "检查不了索引", "the indexes cannot be checked", e);
        }
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select c.oid::regclass::text from pg_class c
                  join pg_index i on i.indexrelid = c.oid
                  join pg_am a on a.oid = c.relam
                 where a.amname = 'btree' and c.relkind = 'i' and i.indisvalid
                   and c.relnamespace in (select relnamespace from pg_class where relname = 'flyway_schema_history')
                 order by 1
                """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Optional<String> check(String index) throws SQLException {
        var before = connection.setSavepoint();
        try (PreparedStatement check = connection.prepareStatement("select bt_index_check(?::regclass, true)")) {
            check.setString(1, index);
            check.execute();
            return Optional.empty();
        } catch (SQLException e) {
            connection.rollback(before);
            return Optional.of(index + ": SQLSTATE " + e.getSQLState());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BackupFailure("database", "数据库连接没有正常结束", "the connection did not end well", e);
        }
    }
}
