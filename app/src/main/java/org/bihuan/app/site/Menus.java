package org.bihuan.app.site;

import java.util.Comparator;
import java.util.List;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Endpoints;
import org.springframework.stereotype.Component;

/** What whoever asks may open. Thread-safe. */
@Component
class Menus {
    private final List<Navigation> navigation;
    private final Endpoints endpoints;

    Menus(List<Navigation> navigation, Endpoints endpoints) {
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(Navigation::order))
                .toList();
        this.endpoints = endpoints;
    }

    Menu menu() {
        if (Asking.asker().isEmpty()) {
            return Menu.NONE;
        }
        return Menu.of(navigation.stream()
                .filter(entry -> opens(entry.path()) && entry.needs().stream().allMatch(Asking::may))
                .toList());
    }

    boolean opens(String address) {
        int query = address.indexOf('?');
        return endpoints
                .ofPage(query < 0 ? address : address.substring(0, query))
                .filter(Asking::may)
                .isPresent();
    }
}
