package org.bihuan.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections under the ordinary role, to a database that was checked and migrated. */
final class DatabasePool {

    private DatabasePool() {}

    /** Checks, migrates, opens. */
    static HikariDataSource open(DatabaseAccess access) {
        DatabaseChecks.require(Sql.dataSource(access.url(), access.application()));
        ModuleMigrations.apply(
                Sql.dataSource(access.url(), access.owner()),
                access.application().user());
        return pool(access.url(), access.application(), 16);
    }

    /** Sessions are in UTC whatever the zone of this machine is. */
    static HikariDataSource pool(String url, Login login, int size) {
        PGSimpleDataSource connections = Sql.dataSource(url, login);
        connections.setReWriteBatchedInserts(true);
        HikariConfig config = new HikariConfig();
        config.setPoolName("bihuan");
        config.setDataSource(connections);
        config.setConnectionInitSql("set time zone 'UTC'");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
