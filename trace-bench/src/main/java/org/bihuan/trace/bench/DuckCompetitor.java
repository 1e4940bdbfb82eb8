package org.bihuan.trace.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.bihuan.trace.internal.segment.DaySegment;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in a file, in its best shape for these questions: two copies sorted for its zone maps, two threads. */
final class DuckCompetitor extends SqlCompetitor {
    private final Path file;
    private final Connection connection;

    DuckCompetitor(Path directory) throws IOException, SQLException {
        super(SqlText.SORTED_COPIES);
        Files.createDirectories(directory);
        file = directory.resolve("trace.duckdb");
        Files.deleteIfExists(file);
        connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        run("set threads to 2");
        run("set memory_limit = '8GB'");
        run("set temp_directory = '" + directory.resolve("tmp") + "'");
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    Connection connection() {
        return connection;
    }

    @Override
    public double load(List<DaySegment> days) throws SQLException {
        long start = System.nanoTime();
        run("create table visit (person integer, place integer, enter integer, leave integer)");
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "visit")) {
            for (DaySegment day : days) {
                day.forEachStay((person, place, enter, leave) -> append(appender, person, place, enter, leave));
            }
        }
        run("create table by_person as select * from visit order by person, enter");
        run("create table by_place as select * from visit order by place, enter");
        run("drop table visit");
        run("checkpoint");
        return (System.nanoTime() - start) / 1e9;
    }

    private static void append(DuckDBAppender appender, int person, int place, int enter, int leave) {
        try {
            appender.beginRow();
            appender.append(person);
            appender.append(place);
            appender.append(enter);
            appender.append(leave);
            appender.endRow();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public long bytes() throws SQLException {
        return number("select sum(used_blocks * block_size) from pragma_database_size()");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
