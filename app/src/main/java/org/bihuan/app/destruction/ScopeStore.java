package org.bihuan.app.destruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of a scope in a row: a subject, or kinds, division and moment. */
final class ScopeStore {
    private ScopeStore() {}

    /** Gives the statement its parameters subject, kinds, division and before. */
    static JdbcClient.StatementSpec put(JdbcClient.StatementSpec statement, Scope scope) {
        return switch (scope) {
            case Scope.Person person ->
                statement
                        .param("subject", person.subject().toString())
                        .param("kinds", null, Types.VARCHAR)
                        .param("division", null, Types.BIGINT)
                        .param("before", null, Types.TIMESTAMP_WITH_TIMEZONE);
            case Scope.Outbreak outbreak ->
                statement
                        .param("subject", null, Types.VARCHAR)
                        .param("kinds", String.join(" ", new TreeSet<>(outbreak.kinds())))
                        .param("division", outbreak.division().value())
                        .param("before", outbreak.before().atOffset(ZoneOffset.UTC));
        };
    }

    static Scope of(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return subject != null
                ? new Scope.Person(SubjectId.parse(subject))
                : new Scope.Outbreak(
                        Set.of(row.getString("kinds").split(" ")),
                        new DivisionCode(row.getLong("division")),
                        row.getObject("before", OffsetDateTime.class).toInstant());
    }
}
