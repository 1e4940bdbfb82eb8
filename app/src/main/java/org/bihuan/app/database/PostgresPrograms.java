package org.bihuan.app.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bihuan.app.startup.StartupRefused;

/**
 * PostgreSQL's own programs in one folder, run under one account.
 *
 * @param folder the folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
 */
record PostgresPrograms(Path folder, ServerAccount account) {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    boolean areThere() {
        return Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("pg_ctl"));
    }

    /** Runs one to its end; refuses to go on when it fails, with what it said. */
    void run(String program, List<String> arguments, String purposeChinese, String purposeEnglish) {
        Tool.Result result = attempt(program, arguments);
        if (!result.succeeded()) {
            String said =
                    program + " -> " + result.exit() + "\n" + result.output().strip();
            throw new StartupRefused(
                    "database-" + program.replace('_', '-'),
                    purposeChinese + "失败:" + said,
                    "Failed to " + purposeEnglish + ": " + said);
        }
    }

    Tool.Result attempt(String program, List<String> arguments) {
        return Tool.run(account.command(folder.resolve(program), arguments), LIMIT);
    }
}
