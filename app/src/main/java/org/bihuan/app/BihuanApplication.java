package org.bihuan.app;

import java.nio.file.Path;
import java.util.List;
import org.bihuan.app.audit.AuditCommand;
import org.bihuan.app.clock.CommandClock;
import org.bihuan.app.orders.WhatIfCommand;
import org.bihuan.app.vault.KeysCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server. Profile {@code demo} has the time machine and sample data, profile {@code serve} is for work; or runs a command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BihuanApplication {

    public static void main(String[] arguments) {
        String command = arguments.length > 0 ? arguments[0] : "";
        if (List.of("audit", "keys", "whatif").contains(command)) {
            System.exit(run(command, List.of(arguments).subList(1, arguments.length)));
        }
        SpringApplication.run(BihuanApplication.class, arguments);
    }

    private static int run(String command, List<String> rest) {
        return switch (command) {
            case "audit" -> new AuditCommand(System.out, System.err, CommandClock.system()).run(rest);
            case "keys" -> new KeysCommand(System.out, System.err).run(rest);
            default ->
                new WhatIfCommand(Path.of(System.getProperty("bihuan.home", "."), "packs"), System.out, System.err)
                        .run(rest);
        };
    }
}
