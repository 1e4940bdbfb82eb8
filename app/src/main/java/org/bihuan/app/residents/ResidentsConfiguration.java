package org.bihuan.app.residents;

import java.time.Clock;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class ResidentsConfiguration {
    @Bean
    Navigation appealsEntry(Appeals appeals, Clock clock) {
        return new Navigation(
                        "/appeals",
                        "residents.appeals",
                        55,
                        () -> appeals.waiting(clock.instant()).late())
                .in(MenuGroup.PEOPLE);
    }
}
