package org.bihuan.app.accounts.web;

import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu, for those who may. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    @Bean
    Navigation accountsEntry() {
        return new Navigation("/accounts", "accounts.menu", 80);
    }
}
