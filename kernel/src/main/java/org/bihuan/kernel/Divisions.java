package org.bihuan.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names and existence of the 665,276 administrative divisions of the mainland (source: china-division 2.7.0, see the
 * README beside the data). Levels 1 to 4 are read with the class (1.1 MB); the villages only when a village is asked
 * for (20 MB). A place without a level of its own stands there itself: Dongguan is listed as a prefecture and as its
 * own county. Immutable, safe for threads.
 */
public final class Divisions {
    /** Level 2 rows that name no place but group counties which belong to the level above. */
    private static final Set<String> PLACEHOLDERS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    private static final int VILLAGE = 5;

    private final List<DivisionLevel> coarse = List.copyOf(DivisionReader.read("townships.csv.gz"));

    private Divisions() {}

    /** The shared instance, read at the first call. */
    public static Divisions load() {
        return Shared.INSTANCE;
    }

    /** Whether the source knows the code. */
    public boolean exists(DivisionCode code) {
        return level(code.level()).exists(code.value());
    }

    /** The own name, such as 铁东区; empty for an unknown code. */
    public Optional<String> findName(DivisionCode code) {
        return level(code.level()).findName(code.value());
    }

    /**
     * The name with those of the divisions above it, such as 辽宁省鞍山市铁东区; placeholders above it are skipped. An
     * unknown code is shown by the known part and its digits: 辽宁省鞍山市(210399000000).
     */
    public String fullName(DivisionCode code) {
        StringBuilder name = new StringBuilder();
        for (DivisionCode part : code.selfAndAncestors().reversed()) {
            boolean self = part.equals(code);
            findName(part)
                    .filter(known -> self || !PLACEHOLDERS.contains(known))
                    .ifPresent(name::append);
        }
        return exists(code) ? name.toString() : name + "(" + code + ")";
    }

    /** The divisions directly below, ascending; for a prefecture without counties its townships. */
    public List<DivisionCode> children(DivisionCode code) {
        for (int level = code.level() + 1; level <= VILLAGE; level++) {
            List<DivisionCode> below = list(level, code);
            if (!below.isEmpty() && !below.getFirst().equals(code)) {
                return below;
            }
        }
        return List.of();
    }

    /** All divisions of a level (1 province, 2 prefecture, 3 county, 4 township, 5 village), ascending. */
    public List<DivisionCode> list(int level) {
        return level(level).list(0, Long.MAX_VALUE);
    }

    /** The divisions of a level that are the given one or lie in it, ascending. */
    public List<DivisionCode> list(int level, DivisionCode within) {
        return level(level).list(within.value(), within.value() + within.span());
    }

    private DivisionLevel level(int level) {
        if (level < 1 || level > VILLAGE) {
            throw new IllegalArgumentException("division level is 1 to 5: " + level);
        }
        return level == VILLAGE ? Villages.LEVEL : coarse.get(level - 1);
    }

    private static final class Shared {
        static final Divisions INSTANCE = new Divisions();
    }

    private static final class Villages {
        static final DivisionLevel LEVEL =
                DivisionReader.read("villages.csv.gz").getFirst();
    }
}
