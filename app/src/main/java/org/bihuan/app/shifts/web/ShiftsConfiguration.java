package org.bihuan.app.shifts.web;

import org.bihuan.app.authority.Asking;
import org.bihuan.app.shifts.DutyLog;
import org.bihuan.app.shifts.ShiftSettings;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings, and the place in the menu. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShiftSettings.class)
class ShiftsConfiguration {

    @Bean
    Navigation shiftsEntry(DutyLog log) {
        return new Navigation(
                        "/shifts",
                        "shifts.menu",
                        5,
                        () -> Asking.asker()
                                .flatMap(asker -> log.unsigned(asker.region()))
                                .map(each -> 1L)
                                .orElse(0L))
                .in(MenuGroup.COMMAND);
    }
}
