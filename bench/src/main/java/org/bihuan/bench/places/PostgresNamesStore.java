package org.bihuan.bench.places;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The same search in PostgreSQL: every name and the names around it in a temporary table of one connection. */
final class PostgresNamesStore {
    private static final String PLACEHOLDERS = "('市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划')";

    private final JdbcTemplate jdbc;

    PostgresNamesStore(JdbcTemplate pooled) {
        try {
            this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(
                    Objects.requireNonNull(pooled.getDataSource()).getConnection(), true));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void fill(Divisions divisions) {
        jdbc.execute("create temporary table names (code bigint primary key, level int, name text, around text)");
        for (int level = 1; level <= 5; level++) {
            List<Object[]> rows = new ArrayList<>();
            for (DivisionCode code : divisions.list(level)) {
                if (code.level() == level) {
                    StringBuilder around = new StringBuilder();
                    code.selfAndAncestors()
                            .forEach(each -> around.append(
                                            divisions.findName(each).orElse(""))
                                    .append(' '));
                    rows.add(new Object[] {
                        code.value(), level, divisions.findName(code).orElseThrow(), around.toString()
                    });
                }
                if (rows.size() == 5_000) {
                    jdbc.batchUpdate("insert into names values (?, ?, ?, ?)", rows);
                    rows.clear();
                }
            }
            jdbc.batchUpdate("insert into names values (?, ?, ?, ?)", rows);
        }
        jdbc.execute("analyze names");
    }

    /** Whether the index of fragments could be made. */
    boolean indexFragments() {
        try {
            jdbc.execute("create extension if not exists pg_trgm with schema pg_temp");
        } catch (DataAccessException e) {
            try {
                jdbc.execute("create extension if not exists pg_trgm");
            } catch (DataAccessException second) {
                return false;
            }
        }
        jdbc.execute("create index on names using gin (name gin_trgm_ops)");
        jdbc.execute("analyze names");
        return true;
    }

    List<Long> search(String text, int limit) {
        String[] words = text.split(" ");
        String own = words[words.length - 1];
        StringBuilder sql = new StringBuilder("select code from names where name like '%' || ? || '%'");
        List<Object> values = new ArrayList<>(List.of(own));
        for (int i = 0; i < words.length - 1; i++) {
            sql.append(" and around like '%' || ? || '%'");
            values.add(words[i]);
        }
        sql.append(" and name not in ").append(PLACEHOLDERS).append("""
                 order by level,
                          case when name = ? or (left(name, -1) = ? and right(name, 1) in ('省','市','区','县','镇','乡','村')) then 0
                               when starts_with(name, ?) then 1 else 2 end,
                          code limit\s""").append(limit);
        values.addAll(List.of(own, own, own));
        return jdbc.query(sql.toString(), (row, number) -> row.getLong(1), values.toArray());
    }
}
