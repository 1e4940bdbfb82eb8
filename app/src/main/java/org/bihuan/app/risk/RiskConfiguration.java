package org.bihuan.app.risk;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class RiskConfiguration {

    @Bean
    Navigation riskEntry() {
        return new Navigation("/risk", "risk.title", 26).in(MenuGroup.RULES);
    }
}
