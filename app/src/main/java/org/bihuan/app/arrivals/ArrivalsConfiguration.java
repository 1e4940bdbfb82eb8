package org.bihuan.app.arrivals;

import java.time.Clock;
import java.util.Set;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.doorstep.OfflineAction;
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
        return new AfterJudging(deriving::found);
    }

    @Bean
    OfflineAction vehicleStopOffline(OfflineDesk desk) {
        return new OfflineAction(OfflineDesk.STOP, Permission.REGISTER_ARRIVALS, desk::stop);
    }

    @Bean
    OfflineAction vehicleLeftOffline(OfflineDesk desk) {
        return new OfflineAction(OfflineDesk.LEFT, Permission.REGISTER_ARRIVALS, desk::left);
    }

    /** The page is for everybody, since it opens without a network; what it asks for is not. */
    @Bean
    Navigation checkpointEntry() {
        return new Navigation(
                "/doorstep/checkpoint/", "checkpoint.menu", 24, Set.of(Permission.REGISTER_ARRIVALS), () -> 0);
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

    /** What stands there is to be compared now: they are here. */
    @Bean
    Navigation claimsEntry(ClaimLists claims, Clock clock) {
        return new Navigation(
                "/arrivals/claims",
                "arrivals.claims.menu",
                23,
                Set.<Permission>of(),
                () -> claims.count(true, clock.instant()));
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
