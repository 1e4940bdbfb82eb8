package org.bihuan.app;

import java.util.List;
import org.bihuan.app.audit.AuditCommand;
import org.bihuan.app.clock.CommandClock;
import org.bihuan.app.vault.KeysCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server. Profile {@code demo} has the time machine and sample data, profile {@code serve} is for work; or runs a command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BihuanApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && List.of("audit", "keys").contains(arguments[0])) {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            System.exit(
                    arguments[0].equals("audit")
                            ? new AuditCommand(System.out, System.err, CommandClock.system()).run(rest)
                            : new KeysCommand(System.out, System.err).run(rest));
        }
        SpringApplication.run(BihuanApplication.class, arguments);
    }
}
