package org.bihuan.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.app.database.Installation;
import org.postgresql.PGConnection;

/**
 * Fills the tables of a new database, in one transaction. Triggers and foreign keys rest meanwhile: the rows are those of
 * one moment and were checked when they were first written. One thread at a time.
 */
final class LoadStore implements AutoCloseable {
    private final Connection connection;

    private LoadStore(Connection connection) {
        this.connection = connection;
    }

    static LoadStore open(Installation installation) {
        try {
            LoadStore store = new LoadStore(
                    installation.superuser(Installation.database()).getConnection());
            store.connection.setAutoCommit(false);
            for (String setting : List.of(
                    "session_replication_role = replica",
                    "time zone 'UTC'",
                    "datestyle = 'ISO'",
                    "intervalstyle = 'iso_8601'",
                    "maintenance_work_mem = '64MB'")) {
                store.execute("set " + setting);
            }
            return store;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static BackupFailure failed(SQLException e) {
        return new BackupFailure("load", "写入数据库失败", "the rows could not be written", e);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empties the tables of what migrations put there, and makes the parts that are missing. */
    void prepare(Manifest manifest) {
        try {
            execute("truncate "
                    + manifest.tables().stream().map(Manifest.Content::name).collect(Collectors.joining(", ")));
            for (Manifest.Partition part : manifest.partitions()) {
                if (!exists(part.name())) {
                    execute("create table " + part.name() + " partition of " + part.parent() + " " + part.bound());
                    execute("alter table " + part.name() + " owner to " + owner(part.parent()));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private boolean exists(String table) throws SQLException {
        return !text("select coalesce(to_regclass(?)::text, '')", table).isEmpty();
    }

    private String owner(String table) throws SQLException {
        return text("select relowner::regrole::text from pg_class where oid = to_regclass(?)", table);
    }

    private String text(String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** Reads the rows of a table, a line each; returns how many there were. */
    long load(Manifest.Content table, InputStream rows) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin",
                            rows,
                            1 << 16);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Sets the sequences, keeps all, and lets the planner know the tables. */
    void finish(List<Manifest.Sequence> sequences) {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (Manifest.Sequence sequence : sequences) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.last());
                set.execute();
            }
            connection.commit();
            execute("analyze");
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
