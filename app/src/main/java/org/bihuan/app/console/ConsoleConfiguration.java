package org.bihuan.app.console;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.bihuan.app.site.StartPage;
import org.bihuan.policy.decide.Duty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The places in the menu. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {
    private static final DutyQuery LATE = new DutyQuery(
            Set.of(Duty.State.LATE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);

    /** Who goes from door to door begins with what is to be done. */
    @Bean
    @Order(3)
    StartPage worklistFirst(WorklistPage page) {
        return new StartPage(Permission.DO_DUTIES, (locale, model) -> page.show(Map.of(), locale, model));
    }

    @Bean
    Navigation worklistEntry(Duties duties, Clock clock) {
        return new Navigation(
                "/duties",
                "console.duties",
                10,
                () -> duties.count(LATE, clock.instant()).getOrDefault(Duty.State.LATE, 0L));
    }

    @Bean
    Navigation measuresEntry() {
        return new Navigation("/measures", "console.measures", 20).in(MenuGroup.PEOPLE);
    }

    @Bean
    Navigation searchEntry() {
        return new Navigation("/search", "console.search", 15).in(MenuGroup.PEOPLE);
    }

    @Bean
    Navigation auditEntry(Audit audit) {
        return new Navigation("/audit", "console.audit.menu", 90, audit::countOpenAlarms).in(MenuGroup.SYSTEM);
    }
}
