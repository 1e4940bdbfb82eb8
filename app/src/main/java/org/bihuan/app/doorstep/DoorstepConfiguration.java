package org.bihuan.app.doorstep;

import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class DoorstepConfiguration {
    @Bean
    Navigation doorstepEntry() {
        return new Navigation("/doorstep/", "doorstep.short", 40);
    }
}
