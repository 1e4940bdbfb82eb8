package org.bihuan.app.places;

import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu. */
@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

    @Bean
    Navigation placesEntry() {
        return new Navigation("/places", "places.title", 27).in(MenuGroup.RULES);
    }
}
