package org.bihuan.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections under the ordinary role, to a database that was checked and migrated. */
final class DatabasePool {

    private DatabasePool() {}

    static HikariDataSource open(DatabaseAccess access) {
        var ordinary = Sql.dataSource(access.url(), access.application());
        ordinary.setReWriteBatchedInserts(true);
        DatabaseChecks.require(ordinary);
        ModuleMigrations.apply(
                Sql.dataSource(access.url(), access.owner()), access.application().user());
        HikariConfig config = new HikariConfig();
        config.setPoolName("bihuan");
        config.setDataSource(ordinary);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }
}
