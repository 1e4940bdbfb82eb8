package org.bihuan.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Lets the server's own PostgreSQL finish what filling it has left behind: rows to be counted and cleared, pages to be
 * written. A city's database has done so by the time an order changes; minutes after a million people came in at once it
 * has not, and would do it in the middle of what is measured.
 */
public final class RestedDatabase {
    private static final int PORT_LINE = 3;
    private static final String SUPERUSER = "bihuan_superuser";

    private RestedDatabase() {}

    /**
     * Returns when it is done.
     *
     * @param data the server's data folder
     */
    public static void rest(Path data) throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader credentials = Files.newBufferedReader(data.resolve("database.credentials"))) {
            passwords.load(credentials);
        }
        String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/bihuan",
                        SUPERUSER,
                        passwords.getProperty(SUPERUSER));
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }
}
