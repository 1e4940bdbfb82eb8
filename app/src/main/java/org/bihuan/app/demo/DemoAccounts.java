package org.bihuan.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.accounts.ShownAccounts;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts of a demonstration, one a role and region, printed with their passwords and shown at the log-in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bihuan.demo.people")
class DemoAccounts {
    @Bean
    ShownAccounts shownAccounts(DemoSettings settings) {
        List<ShownAccounts.Shown> shown = new ArrayList<>();
        settings.accounts().forEach(account -> {
            String[] parts = account.split("[=@]", -1);
            shown.add(new ShownAccounts.Shown(
                    parts[0],
                    settings.password(),
                    new Assignment(Roles.builtIn().get(parts[1]), DivisionCode.of(parts[2]))));
        });
        return new ShownAccounts(shown);
    }

    /** Makes those that are not there yet. */
    @Bean
    SeededAccounts seededAccounts(ShownAccounts shown, Accounts accounts, ServiceKeys keys) {
        return new SeededAccounts(shown, accounts, keys);
    }
}
