package org.bihuan.app.arrivals;

import java.time.Clock;
import java.util.Set;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.AfterJudging;
import org.bihuan.app.site.Navigation;
import org.bihuan.app.site.StartPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is derived with each decision, and the places in the menu. */
@Configuration(proxyBeanMethods = false)
class ArrivalsConfiguration {
    @Bean
    AfterJudging journeysAfterJudging(Deriving deriving) {
        return new AfterJudging(deriving::write);
    }

    @Bean
    Navigation arrivalsEntry() {
        return new Navigation("/arrivals", "arrivals.menu", 21);
    }

    @Bean
    Navigation vehicleDeskEntry() {
        return new Navigation("/arrivals/desk", "arrivals.desk.menu", 22);
    }

    /** A checkpoint begins with the next vehicle. */
    @Bean
    @Order(2)
    StartPage vehicleDeskFirst(VehicleDeskPage page) {
        return new StartPage(Permission.REGISTER_ARRIVALS, (_, model) -> page.show("", "", "", model));
    }

    @Bean
    Navigation handOversEntry(HandOvers handOvers, Clock clock) {
        return new Navigation(
                "/arrivals/handovers",
                "arrivals.handovers.menu",
                23,
                Set.<Permission>of(),
                () -> handOvers.late(clock.instant()));
    }
}
