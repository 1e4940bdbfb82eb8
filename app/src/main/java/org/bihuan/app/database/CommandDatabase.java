package org.bihuan.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.bihuan.app.startup.StartupRefused;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database for a command without the server, found by the same settings. While the server runs, the command joins it
 * at its database; otherwise an embedded database is started for the length of the command. Nothing is migrated.
 */
@EnableConfigurationProperties(DatabaseSettings.class)
public class CommandDatabase {
    private static final int CONNECTIONS = 2;
    private static final String AS_OWNER = "bihuan.command.as-owner";

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings, @Value("${bihuan.data}") Path data) {
        if (settings.external()) {
            return new ExternalDatabase(settings.access());
        }
        Path programs = BinaryArchive.unpack(settings.binaries());
        return RunningDatabase.find(data)
                .<Database>map(running -> running)
                .orElseGet(() -> EmbeddedDatabase.start(data, new PostgresPrograms(programs, ServerAccount.choose())));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, Environment environment) {
        DatabaseAccess access = database.access();
        boolean owner = environment.getProperty(AS_OWNER, Boolean.class, false);
        return DatabasePool.pool(access.url(), owner ? access.owner() : access.application(), CONNECTIONS);
    }

    @Bean
    TransactionTemplate transactionTemplate(HikariDataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Bean
    JdbcTemplate jdbcTemplate(HikariDataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbcTemplate) {
        return JdbcClient.create(jdbcTemplate);
    }

    /** The same as the owner of the tables, for what the running program may not do. */
    public static int useAsOwner(
            List<String> settings, PrintStream err, List<Class<?>> parts, ToIntFunction<BeanFactory> command) {
        List<String> all = new ArrayList<>(settings);
        all.add("--" + AS_OWNER + "=true");
        return use(all, err, parts, command);
    }

    /**
     * Runs a command on the database.
     *
     * @param settings as on the command line of the server, {@code --name=value}
     * @param err where it is said why the database cannot be used
     * @param parts classes of the module whose command it is, made as beans
     * @return what the command returns; 2 when the database cannot be used
     */
    public static int use(
            List<String> settings, PrintStream err, List<Class<?>> parts, ToIntFunction<BeanFactory> command) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CommandDatabase.class)
                .sources(parts.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.threshold.console=off")
                .run(settings.toArray(String[]::new))) {
            return command.applyAsInt(context);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof StartupRefused refused) {
                    err.println("[" + refused.code() + "]\n" + refused.chinese() + "\n" + refused.english());
                    return 2;
                }
            }
            throw e;
        }
    }
}
