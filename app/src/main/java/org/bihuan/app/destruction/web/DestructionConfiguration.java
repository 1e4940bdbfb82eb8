package org.bihuan.app.destruction.web;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class DestructionConfiguration {

    @Bean
    Navigation destructionEntry() {
        return new Navigation("/destruction", "destruction.title", 95).in(MenuGroup.SYSTEM);
    }
}
