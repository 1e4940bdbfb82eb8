package org.bihuan.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bihuan.app.backup.FilledInstallation.Outcome;
import org.bihuan.app.database.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A flipped bit on the disk under the database is found, in a table and in an index, and told by name. */
class DatabaseCheckTest {
    @TempDir
    Path folder;

    @Test
    void aFlippedBitOnTheDiskIsFound() throws Exception {
        String data = folder.resolve("data").toString();
        try (ConfigurableApplicationContext server = FilledInstallation.serve(Path.of(data))) {
            FilledInstallation.append(server, 0, 200);
            FilledInstallation.settle(server);
            Outcome whole = FilledInstallation.run("verify", "--data", data);
            assertThat(whole.exit()).as(whole.progress()).isZero();
            assertThat(whole.answer()).contains("数据库完好 the database is whole");
        }
        for (String name : new String[] {"facts.fact", "duties.duty_subject"}) {
            Path file = Path.of(data, "postgresql", path(Path.of(data), name));
            flip(file, 5_000);
            Outcome damaged = FilledInstallation.run("verify", "--data", data);
            assertThat(damaged.exit()).isEqualTo(1);
            assertThat(damaged.progress()).contains("[damaged]", name);
            flip(file, 5_000);
            assertThat(FilledInstallation.run("verify", "--data", data).exit()).isZero();
        }
    }

    private static String path(Path data, String relation) throws SQLException {
        try (Installation installation = Installation.reach(data, FilledInstallation.PROGRAMS);
                Connection connection =
                        installation.superuser(Installation.database()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_relation_filepath('" + relation + "')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void flip(Path file, int at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int before = bytes.read();
            bytes.seek(at);
            bytes.write(before ^ 4);
        }
    }
}
