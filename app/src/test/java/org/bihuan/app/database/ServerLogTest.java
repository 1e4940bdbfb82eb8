package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's own log quotes nobody, whatever goes wrong with a statement. */
class ServerLogTest {
    private static final String NAME = "欧阳探针";

    @TempDir
    Path folder;

    @Test
    void aStatementThatFailsLeavesNoName() throws Exception {
        PreparedFolder.copyTo(folder);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, TestPrograms.embedded());
                Connection connection = Sql.dataSource(
                                database.access().url(), database.access().owner())
                        .getConnection()) {
            Sql.execute(connection, "create table if not exists public.person (name text primary key)");
            Sql.execute(connection, "insert into public.person values ('" + NAME + "')");
            for (String sql : List.of(
                    "select '" + NAME + "'::int",
                    "insert into public.person values ('" + NAME + "')",
                    "select " + NAME,
                    "do $$ begin raise warning '" + NAME + "'; raise exception '" + NAME + "'; end $$")) {
                assertThatThrownBy(() -> Sql.execute(connection, sql)).isInstanceOf(SQLException.class);
            }
        }
        String logs = logs(folder.resolve("postgresql"));
        assertThat(logs).contains("database system is shut down").doesNotContain(NAME);
    }

    private static String logs(Path cluster) throws Exception {
        StringBuilder text = new StringBuilder(Files.readString(cluster.resolve("start.log")));
        try (Stream<Path> files = Files.list(cluster.resolve("log"))) {
            for (Path file : files.toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
