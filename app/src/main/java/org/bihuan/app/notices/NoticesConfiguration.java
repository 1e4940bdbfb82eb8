package org.bihuan.app.notices;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {

    @Bean
    Navigation noticesEntry() {
        return new Navigation("/notices", "notices.title", 50).in(MenuGroup.PEOPLE);
    }
}
