package org.bihuan.app.console;

import java.time.Clock;
import java.util.List;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.places.PlaceKind;
import org.bihuan.app.places.Places;
import org.springframework.stereotype.Component;

/** Places by fragments of their names, for those who may see them. Thread-safe. */
@Component
class PlaceFinder {
    private static final int MOST = 10;

    private final Places places;
    private final Clock clock;

    PlaceFinder(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    List<HomeView.Sample> find(String asked) {
        if (asked.isBlank() || !Asking.may(Permission.SEE_PLACES)) {
            return List.of();
        }
        return places.search(asked, MOST).stream()
                .map(hit -> new HomeView.Sample(
                        "/places/" + hit.id(),
                        "places.kind." + PlaceKind.of(hit.level()).key(),
                        places.fullName(hit.id(), clock.instant()),
                        hit.id().toString(),
                        "",
                        ""))
                .toList();
    }
}
