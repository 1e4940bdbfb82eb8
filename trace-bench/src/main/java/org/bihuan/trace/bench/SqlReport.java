package org.bihuan.trace.bench;

import java.util.List;

/** The SQL a rival was asked in, for the report. */
final class SqlReport {
    private static final int SOMEBODY = 12345;

    private SqlReport() {}

    static List<String> lines(SqlCompetitor rival, Question question) {
        SqlText.Shape shape = rival.shape();
        return List.of(
                "## SQL of " + rival.name() + " (" + shape.name() + ")",
                "First ring:",
                fenced(SqlText.firstRing(shape, question, SOMEBODY)),
                "100 cases: the same with `c` holding all of them and the case in the keys. Second ring, explained (members only:"
                        + " the last select is `" + SqlText.MEMBERS + "`):",
                fenced(SqlText.secondRing(shape, question, SOMEBODY, true)),
                "");
    }

    static String fenced(String sql) {
        return "```sql\n" + sql.strip() + "\n```";
    }
}
