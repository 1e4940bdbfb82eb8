package org.bihuan.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.database.Installation;

/** SQL of comparing derived tables with what they were before. On a copy of the database, which is thrown away. */
final class ReplayStore implements AutoCloseable {
    /**
     * A derived table, the column that names the subject, and what of it tells the state: not when somebody looked, nor
     * the content hash, which also covers reasons and these quote counts as they were when somebody looked.
     */
    private record Derived(String table, String subject, String columns) {}

    private static final List<Derived> TABLES = List.of(
            new Derived("duties.duty", "subject", "*"),
            new Derived("duties.measure", "subject", "*"),
            new Derived("duties.signal", "source", "*"),
            new Derived("duties.subject", "subject", "subject, next_change_at, group_hash, parked_at is null"));

    private final Connection connection;

    private ReplayStore(Connection connection) {
        this.connection = connection;
    }

    static ReplayStore open(Installation installation, String database) {
        try {
            return new ReplayStore(installation.superuser(database).getConnection());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static BackupFailure failed(SQLException e) {
        return new BackupFailure("replay", "重新推算失败", "working out anew failed", e);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The latest moment that the database knows of, and whether its clock is a time machine. */
    record Clock(Instant now, boolean isTimeMachine) {}

    Clock clock() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select greatest((select max(reading) from clock.reading),
                                        (select max(decided_at) from duties.subject),
                                        (select max(recorded_at) from facts.fact),
                                        (select max(recorded_at) from facts.bulk),
                                        timestamptz 'epoch'),
                               exists (select 1 from clock.reading where kind = 'time-machine')
                        """)) {
            rows.next();
            return new Clock(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getBoolean(2));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Keeps the derived tables as they are, to compare with. */
    void keep() {
        try {
            execute("create schema replay");
            execute("create table replay.parked as select subject from duties.subject where parked_at is not null");
            for (Derived each : TABLES) {
                execute("create table " + kept(each) + " as select " + each.columns() + " from " + each.table());
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static String kept(Derived each) {
        return "replay." + each.table().substring(each.table().indexOf('.') + 1);
    }

    /** How many rows are there only before and only after, by table; subjects that were parked stand aside. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (Derived each : TABLES) {
            String now = "select " + each.columns() + " from " + each.table();
            String before = "select * from " + kept(each);
            long gone = count(each, before, now);
            long come = count(each, now, before);
            if (gone + come > 0) {
                differences.add(each.table() + " -" + gone + " +" + come);
            }
        }
        return differences;
    }

    private long count(Derived each, String rows, String others) {
        String sql = "select count(*) from (" + rows + " except all " + others + ") only_here where " + each.subject()
                + " not in (select subject from replay.parked)";
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
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
