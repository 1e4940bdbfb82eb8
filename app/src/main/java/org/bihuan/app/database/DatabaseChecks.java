package org.bihuan.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.bihuan.app.startup.StartupRefused;

/** What must be true of a database before the program trusts it, asked as the role that the program uses. */
final class DatabaseChecks {
    static final int OLDEST = 15;
    static final int NEWEST = 18;
    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");

    private DatabaseChecks() {}

    static void require(DataSource database) {
        try (Connection connection = database.getConnection()) {
            requireVersion(show(connection, "server_version_num"));
            requireDurable(connection);
            requireUtf8(show(connection, "server_encoding"));
            requireOrdinary(connection);
        } catch (SQLException e) {
            throw new StartupRefused(
                    "database-unreachable",
                    "连不上数据库:" + e.getMessage() + "(SQLSTATE " + e.getSQLState()
                            + ")。请检查 bihuan.database.url、user 和 password。",
                    "The database cannot be reached: " + e.getMessage() + " (SQLSTATE " + e.getSQLState()
                            + "). Check bihuan.database.url, user and password.",
                    e);
        }
    }

    static void requireDurable(Connection connection) throws SQLException {
        for (String setting : MUST_BE_ON) {
            requireOn(setting, show(connection, setting));
        }
    }

    /** @param number server_version_num: major version times 10,000 plus minor */
    static void requireVersion(String number) {
        int major = Integer.parseInt(number) / 10_000;
        if (major < OLDEST || major > NEWEST) {
            throw new StartupRefused(
                    "database-version",
                    "数据库是 PostgreSQL " + major + ",本程序支持 " + OLDEST + " 至 " + NEWEST + "。",
                    "The database is PostgreSQL " + major + ", this program works with " + OLDEST + " to " + NEWEST
                            + ".");
        }
    }

    /** Local flushing is the least; waiting for a replica as well (remote_apply) is more than enough. */
    static void requireOn(String setting, String value) {
        if (!value.equals("on") && !(setting.equals("synchronous_commit") && value.equals("remote_apply"))) {
            throw new StartupRefused(
                    "database-not-durable",
                    "数据库参数 " + setting + " 的值是 " + value + ",必须是 on:否则断电会丢失已确认的数据。",
                    "The database's setting " + setting + " is " + value + " and must be on: otherwise a power cut"
                            + " loses data that were acknowledged.");
        }
    }

    private static void requireUtf8(String encoding) {
        if (!encoding.equals("UTF8")) {
            throw new StartupRefused(
                    "database-encoding",
                    "数据库编码是 " + encoding + ",必须是 UTF8。",
                    "The database's encoding is " + encoding + " and must be UTF8.");
        }
    }

    private static void requireOrdinary(Connection connection) throws SQLException {
        String privileged = "select current_user from pg_roles"
                + " where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole)";
        String user = Sql.one(connection, privileged).orElse("");
        if (!user.isEmpty()) {
            throw new StartupRefused(
                    "database-role-too-strong",
                    "数据库角色 " + user + " 是超级用户、可绕过行级安全或可创建角色。程序只以普通角色运行:请另建普通角色,"
                            + "把建表角色写入 bihuan.database.owner-user。",
                    "The database role " + user + " is a superuser, passes by row-level security or may create roles."
                            + " The program runs as an ordinary role only: make one, and name the role that owns the"
                            + " tables in bihuan.database.owner-user.");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return Sql.one(connection, "show " + setting).orElseThrow();
    }
}
