package org.bihuan.app.authority;

import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees.
 *
 * @param level 2 city, 3 county, 4 street or township, 5 village; {@link #ALL} or {@link #NONE}
 * @param code the region cut to its level: 4, 6, 9 or 12 digits; 0 when there is no region
 * @param owners whose duties; empty for everybody's
 */
public record Sight(int level, long code, Set<String> owners) {
    /** The machine's own work: every row. */
    public static final int ALL = 9;
    /** Nobody asks: no row. */
    public static final int NONE = 0;

    public static final Sight EVERYTHING = new Sight(ALL, 0, Set.of());
    public static final Sight NOTHING = new Sight(NONE, 0, Set.of());

    private static final int CITY = 2;
    private static final long[] UNIT = {10_000_000_000L, 100_000_000L, 1_000_000L, 1_000L, 1L};

    public Sight {
        owners = Set.copyOf(owners);
    }

    static Sight of(DivisionCode region, Set<String> owners) {
        return new Sight(region.level(), region.value() / UNIT[region.level() - 1], owners);
    }

    /** Whether it sees the place. What has no place is the city's business: nobody below would know whose it is. */
    public boolean sees(@Nullable DivisionCode place) {
        if (level == ALL || level == NONE) {
            return level == ALL;
        }
        return place == null ? level <= CITY : place.value() / UNIT[level - 1] == code;
    }

    /** Whether it sees duties of the owner. */
    public boolean seesOwner(String owner) {
        return owners.isEmpty() || owners.contains(owner);
    }

    /** Name of the column that holds codes of its level. */
    public String column() {
        return switch (level) {
            case 1 -> "city / 100";
            case 2 -> "city";
            case 3 -> "county";
            case 4 -> "street";
            case 5 -> "division";
            default -> throw new IllegalStateException("no region at level " + level);
        };
    }
}
