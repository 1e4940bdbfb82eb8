package org.bihuan.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool is made from the database and is therefore closed before it. Whoever gets the pool finds it migrated. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings, @Value("${bihuan.data}") Path data) {
        if (settings.external()) {
            return new ExternalDatabase(settings.access());
        }
        Path programs = BinaryArchive.unpack(settings.binaries());
        return EmbeddedDatabase.start(data, new PostgresPrograms(programs, ServerAccount.choose()));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database) {
        return DatabasePool.open(database.access());
    }
}
