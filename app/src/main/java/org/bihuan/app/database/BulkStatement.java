package org.bihuan.app.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One statement for many rows: each column goes as an array parameter into {@code unnest}, which is quicker than a batch
 * and keeps the whole in one round trip. Not thread-safe.
 *
 * @param <T> what a row is made from
 */
public final class BulkStatement<T> {
    private final List<T> rows;
    private final List<String> types = new ArrayList<>();
    private final List<Object[]> columns = new ArrayList<>();

    /** A statement for the rows. */
    public BulkStatement(List<T> rows) {
        this.rows = rows;
    }

    /** The next array parameter: its PostgreSQL type and the value of each row. Instants become timestamptz. */
    public BulkStatement<T> column(String type, Function<T, @Nullable Object> value) {
        @Nullable Object[] values = array(type, rows.size());
        for (int i = 0; i < values.length; i++) {
            Object each = value.apply(rows.get(i));
            values[i] = values instanceof @Nullable String[] && each != null
                    ? each.toString()
                    : each instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : each;
        }
        types.add(type);
        columns.add(nullable(values));
        return this;
    }

    /** Arrays of these types travel in binary form; those of objects as one text that either end reads letter by letter. */
    private static @Nullable Object[] array(String type, int length) {
        return switch (type) {
            case "bytea" -> new byte @Nullable [length][];
            case "text" -> new @Nullable String[length];
            default -> new @Nullable Object[length];
        };
    }

    /** A null element is a null in the array; JDBC has no annotation that says so. */
    @SuppressWarnings("NullAway")
    private static Object[] nullable(@Nullable Object[] values) {
        return values;
    }

    /** Runs it; nothing happens when there are no rows. */
    public void update(JdbcTemplate jdbc, String sql) {
        if (!rows.isEmpty()) {
            query(jdbc, sql, null);
        }
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface RowReader {
        /** Takes the row the result stands on. */
        void read(ResultSet row) throws SQLException;
    }

    /** Runs it and reads what it returns. */
    public void query(JdbcTemplate jdbc, String sql, @Nullable RowReader reader) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < columns.size(); i++) {
                    Array array = connection.createArrayOf(types.get(i), columns.get(i));
                    statement.setArray(i + 1, array);
                }
                boolean hasRows = statement.execute();
                if (hasRows && reader != null) {
                    try (ResultSet answer = statement.getResultSet()) {
                        while (answer.next()) {
                            reader.read(answer);
                        }
                    }
                }
            }
            return rows.size();
        });
    }
}
