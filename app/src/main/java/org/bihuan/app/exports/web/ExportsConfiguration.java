package org.bihuan.app.exports.web;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class ExportsConfiguration {

    @Bean
    Navigation exportsEntry() {
        return new Navigation("/exports", "exports.title", 30).in(MenuGroup.DATA);
    }
}
