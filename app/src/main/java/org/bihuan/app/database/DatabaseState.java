package org.bihuan.app.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.app.startup.StartupRefused;
import org.springframework.stereotype.Component;

/** Asks the running database whether it can still be trusted. Thread-safe; takes a connection of its own. */
@Component
public class DatabaseState {
    private final Database database;
    private final Map<String, Integer> scripts = ModuleMigrations.scripts();

    DatabaseState(Database database) {
        this.database = database;
    }

    /** The gravest fault at this moment. */
    public DatabaseFault look() {
        try (Connection connection = Sql.dataSource(
                        database.access().url(), database.access().owner())
                .getConnection()) {
            DatabaseChecks.requireDurable(connection);
            return hasSchema(connection) ? DatabaseFault.NONE : DatabaseFault.OTHER_SCHEMA;
        } catch (StartupRefused e) {
            return DatabaseFault.NOT_DURABLE;
        } catch (SQLException e) {
            return DatabaseFault.UNREACHABLE;
        }
    }

    private boolean hasSchema(Connection connection) throws SQLException {
        String counts = scripts.keySet().stream()
                .map(module -> "select '" + module + "', count(*) from " + module
                        + ".flyway_schema_history where success and version is not null")
                .collect(Collectors.joining(" union all "));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(counts)) {
            while (rows.next()) {
                if (!Integer.valueOf(rows.getInt(2)).equals(scripts.get(rows.getString(1)))) {
                    return false;
                }
            }
            return true;
        }
    }
}
