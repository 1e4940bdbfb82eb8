package org.bihuan.app.returns.web;

import java.time.Clock;
import org.bihuan.app.returns.Returns;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class ReturnsConfiguration {

    @Bean
    Navigation returnsEntry(Returns returns, Clock clock) {
        return new Navigation(
                "/returns", "returns.menu", 6, () -> returns.missing(clock.instant()).size());
    }
}
