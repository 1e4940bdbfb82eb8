package org.bihuan.app.destruction.web;

import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.destruction.Destructions;
import org.bihuan.app.destruction.Retention;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class DestructionConfiguration {
    private static final int LOOKED_AT = 50;

    @Bean
    Navigation destructionEntry(Destructions destructions, Retention retention) {
        return new Navigation("/destruction", "destruction.title", 95, () -> waiting(destructions, retention))
                .in(MenuGroup.SYSTEM);
    }

    /** What waits for the word of the one who looks. */
    private static long waiting(Destructions destructions, Retention retention) {
        String login = Asking.asker().map(Asker::login).orElse("");
        return destructions.list(LOOKED_AT).stream()
                        .filter(each -> each.isOpen() && !each.askedBy().equals(login))
                        .count()
                + retention.list().stream()
                        .filter(each -> each.isOpen() && !each.askedBy().equals(login))
                        .count();
    }
}
