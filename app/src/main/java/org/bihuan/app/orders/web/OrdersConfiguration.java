package org.bihuan.app.orders.web;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class OrdersConfiguration {
    @Bean
    Navigation ordersEntry() {
        return new Navigation("/orders", "orders.title", 35).in(MenuGroup.RULES);
    }
}
