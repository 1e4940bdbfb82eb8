package org.bihuan.app.orders.web;

import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.orders.WaitingApprovals;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class OrdersConfiguration {
    @Bean
    Navigation ordersEntry(WaitingApprovals waiting) {
        return new Navigation(
                        "/orders",
                        "orders.title",
                        35,
                        () -> Asking.may(Permission.APPROVE_ORDERS) ? waiting.count(Who.asks()) : 0)
                .in(MenuGroup.RULES);
    }

    @Bean
    Navigation trialsEntry() {
        return new Navigation("/what-if", "trial.title", 36).in(MenuGroup.RULES);
    }
}
