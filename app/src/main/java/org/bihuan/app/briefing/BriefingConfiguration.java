package org.bihuan.app.briefing;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings, and the place in the menu. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BriefingSettings.class, BriefingWorker.Resting.class})
class BriefingConfiguration {

    @Bean
    Navigation briefingEntry() {
        return new Navigation("/briefings", "briefing.menu", 4).in(MenuGroup.COMMAND);
    }
}
