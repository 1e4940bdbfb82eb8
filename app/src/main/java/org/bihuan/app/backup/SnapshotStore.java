package org.bihuan.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bihuan.app.database.Installation;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.RowMapper;

/**
 * One moment of a database: every table is read as it was when this was opened, whatever is written meanwhile. The text
 * of a row depends on nothing but the row. One thread at a time.
 */
final class SnapshotStore implements AutoCloseable {
    /** Schemas of the program's modules: those with a history of migrations. */
    private static final String MODULES =
            "select relnamespace from pg_class where relname = 'flyway_schema_history' and relkind = 'r'";

    private final Connection connection;

    private SnapshotStore(Connection connection) {
        this.connection = connection;
    }

    static SnapshotStore open(Installation installation, String database) {
        try {
            Connection connection = installation.superuser(database).getConnection();
            connection.setAutoCommit(false);
            SnapshotStore store = new SnapshotStore(connection);
            for (String setting : List.of(
                    "transaction isolation level repeatable read, read only",
                    "local row_security = off",
                    "local time zone 'UTC'",
                    "local datestyle = 'ISO'",
                    "local intervalstyle = 'iso_8601'",
                    "local bytea_output = 'hex'",
                    "local extra_float_digits = 1",
                    "local synchronize_seqscans = off",
                    "local max_parallel_workers_per_gather = 0",
                    "local statement_timeout = 0",
                    "local search_path = ''")) {
                store.execute("set " + setting);
            }
            return store;
        } catch (SQLException e) {
            throw new BackupFailure("database", "读不了数据库", "the database cannot be read", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> List<T> query(String sql, RowMapper<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(Objects.requireNonNull(reader.mapRow(rows, result.size())));
            }
            return result;
        } catch (SQLException e) {
            throw new BackupFailure("database", "读不了数据库目录", "the database's catalogue cannot be read", e);
        }
    }

    String madeAt() {
        return query(
                        "select to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
                        (row, number) -> row.getString(1))
                .getFirst();
    }

    String version() {
        return query("show server_version", (row, number) -> row.getString(1)).getFirst();
    }

    List<Manifest.Migration> migrations() {
        List<Manifest.Migration> migrations = new ArrayList<>();
        List<String> modules = query(
                "select quote_ident(nspname) from pg_namespace where oid in (" + MODULES + ") order by nspname",
                (row, number) -> row.getString(1));
        for (String module : modules) {
            migrations.addAll(query(
                    "select version, checksum from " + module + ".flyway_schema_history"
                            + " where success and version is not null order by installed_rank",
                    (row, number) -> new Manifest.Migration(module, row.getString(1), row.getInt(2))));
        }
        return migrations;
    }

    /** Every table of the modules; parts of tables are read through the whole. */
    List<Table> tables() {
        return query("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relkind = 'p',
                       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                       (select coalesce(sum(pg_relation_size(t.relid)), 0) from pg_partition_tree(c.oid) t)
                       + case when c.relkind = 'r' then pg_table_size(c.oid) else 0 end
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.oid in (%s) and c.relkind in ('r', 'p') and not c.relispartition
                   and c.relname <> 'flyway_schema_history'
                 order by 1
                """.formatted(MODULES), (row, number) -> {
            String[] columns = (String[]) row.getArray(3).getArray();
            return new Table(row.getString(1), Arrays.asList(columns), row.getBoolean(2), row.getLong(4));
        });
    }

    List<Manifest.Partition> partitions() {
        return query(
                """
                select i.inhparent::regclass::text, c.oid::regclass::text, pg_get_expr(c.relpartbound, c.oid)
                  from pg_class c join pg_inherits i on i.inhrelid = c.oid
                 where c.relnamespace in (%s) and c.relispartition and c.relkind = 'r'
                 order by 1, 2
                """.formatted(MODULES),
                (row, number) -> new Manifest.Partition(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Numbers given out until now, at least those of the moment's rows. */
    List<Manifest.Sequence> sequences() {
        return query("""
                select quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename), s.last_value from pg_sequences s
                  join pg_namespace n on n.nspname = s.schemaname
                 where n.oid in (%s) and s.last_value is not null order by 1
                """.formatted(MODULES), (row, number) -> new Manifest.Sequence(row.getString(1), row.getLong(2)));
    }

    /** Writes the rows, a line each. */
    void copy(Table table, OutputStream into) throws IOException {
        String from = table.isPartitioned()
                ? "(select " + table.columnList() + " from " + table.name() + ")"
                : table.name() + " (" + table.columnList() + ")";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + from + " to stdout", into);
        } catch (SQLException e) {
            throw new BackupFailure("table", "读不了表 " + table.name(), "table " + table.name() + " cannot be read", e);
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
