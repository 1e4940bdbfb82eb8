package org.bihuan.app.doorstep;

import java.util.Set;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places in the menu. */
@Configuration(proxyBeanMethods = false)
class DoorstepConfiguration {
    /** The page is for everybody, since it opens without a network; what it asks for is not. */
    @Bean
    Navigation doorstepEntry() {
        return new Navigation(
                "/doorstep/", "doorstep.short", 40, Set.of(Permission.DO_DUTIES, Permission.SEE_SUBJECTS), () -> 0);
    }

    @Bean
    Navigation heldEntry(HeldStore held) {
        return new Navigation("/held", "doorstep.held.menu", 45, held::waiting);
    }
}
