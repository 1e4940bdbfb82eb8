package org.bihuan.trace.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Questions in SQL, the same for both rivals but for the shape of the tables. */
abstract sealed class SqlCompetitor implements Competitor permits PostgresCompetitor, DuckCompetitor {
    private SqlText.Shape shape;

    SqlCompetitor(SqlText.Shape shape) {
        this.shape = shape;
    }

    abstract Connection connection();

    final void useShape(SqlText.Shape better) {
        shape = better;
    }

    final SqlText.Shape shape() {
        return shape;
    }

    @Override
    public Answer firstRing(int person, Question question) throws SQLException {
        return ask(SqlText.firstRing(shape, question, person));
    }

    @Override
    public Answer secondRingMembers(int person, Question question) throws SQLException {
        return ask(SqlText.secondRing(shape, question, person, false));
    }

    @Override
    public Answer secondRing(int person, Question question) throws SQLException {
        return ask(SqlText.secondRing(shape, question, person, true));
    }

    @Override
    public Answer firstRings(List<Integer> cases, Question question) throws SQLException {
        return ask(SqlText.firstRings(shape, question, list(cases)));
    }

    static String list(List<Integer> cases) {
        String values = cases.stream().map(person -> "(" + person + ")").collect(Collectors.joining(", "));
        return "select * from (values " + values + ") as list(person)";
    }

    final Answer ask(String sql) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return answer(rows);
        }
    }

    static Answer answer(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        Answer answer = new Answer(columns);
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                answer.add(rows.getInt(i));
            }
        }
        return answer;
    }

    final void run(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    final long number(String sql) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
