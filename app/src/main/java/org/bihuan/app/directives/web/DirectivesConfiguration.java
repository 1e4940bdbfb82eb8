package org.bihuan.app.directives.web;

import java.time.Clock;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class DirectivesConfiguration {

    @Bean
    Navigation directivesEntry(Directives directives, Clock clock) {
        return new Navigation(
                        "/directives",
                        "directives.menu",
                        7,
                        () -> Asking.asker()
                                .map(asker -> directives.countMine(asker, clock.instant()))
                                .orElse(0L))
                .in(MenuGroup.COMMAND);
    }
}
