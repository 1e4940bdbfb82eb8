package org.bihuan.city;

import java.util.Locale;

/**
 * Idempotency keys: city, a fingerprint of what the fact was made from, and a path. Residents and schools depend on
 * less than travellers, and keep their keys when only the period's end or the scenario changes.
 */
final class FactKeys {
    private final String city;
    private final String played;

    FactKeys(CitySettings settings) {
        String base = settings.seed() + "/" + settings.people() + "/" + settings.division() + "/" + settings.from();
        this.city = "city-" + fingerprint(base) + "/";
        this.played = "play-" + fingerprint(base + "/" + settings.to()) + "/";
    }

    /** Of a resident or a school. */
    String city(String path) {
        return city + path;
    }

    /** Of what happens in the period. */
    String played(String path) {
        return played + path;
    }

    private static String fingerprint(String text) {
        return String.format(Locale.ROOT, "%08x", (int) Dice.of(0, text, 0).next());
    }
}
