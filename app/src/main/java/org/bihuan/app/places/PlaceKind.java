package org.bihuan.app.places;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of place by fineness; the ordinal plus one is the level. */
public enum PlaceKind {
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWN,
    VILLAGE,
    GRID,
    COMPOUND,
    BUILDING,
    STAIR,
    FLOOR,
    HOUSEHOLD;

    /** 1 province to 5 village, 6 grid to 11 household. */
    public int level() {
        return ordinal() + 1;
    }

    /** As written in files and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a level. */
    public static PlaceKind of(int level) {
        return values()[level - 1];
    }

    /** The kind of a key. */
    public static Optional<PlaceKind> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
