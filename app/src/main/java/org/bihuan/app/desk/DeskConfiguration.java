package org.bihuan.app.desk;

import org.bihuan.app.authority.Permission;
import org.bihuan.app.site.StartPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The page with which those who keep the shift begin. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    @Order(1)
    StartPage deskFirst(DeskPage page) {
        return new StartPage(Permission.KEEP_SHIFT, (_, model) -> page.show(model));
    }
}
