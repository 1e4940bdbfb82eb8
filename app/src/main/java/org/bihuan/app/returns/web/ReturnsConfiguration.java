package org.bihuan.app.returns.web;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class ReturnsConfiguration {

    @Bean
    Navigation returnsEntry() {
        return new Navigation("/returns", "returns.menu", 6).in(MenuGroup.COMMAND);
    }
}
