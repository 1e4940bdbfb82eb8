package org.bihuan.places.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bihuan.places.PlaceId;

/**
 * A published list made ready to be asked: three sorted tables by place, so that a question costs a few binary searches
 * whatever the size of the list (12 bytes a row). Of two lines about one place the stricter counts. Immutable.
 */
public final class RiskList {
    private static final byte NONE = Byte.MAX_VALUE;

    private final RiskScheme scheme;
    private final Table whole;
    private final Table within;
    private final Table parts;

    private RiskList(RiskScheme scheme, Table whole, Table within, Table parts) {
        this.scheme = scheme;
        this.whole = whole;
        this.within = within;
        this.parts = parts;
    }

    /**
     * Makes a list ready.
     *
     * @param chain a place and those around it, finest first
     */
    public static RiskList of(RiskScheme scheme, List<ListedArea> areas, Function<PlaceId, List<PlaceId>> chain) {
        Map<Long, Byte> whole = new TreeMap<>();
        Map<Long, Byte> within = new TreeMap<>();
        Map<Long, Byte> parts = new TreeMap<>();
        for (ListedArea area : areas) {
            byte rank = (byte) scheme.rank(area.level());
            switch (area.where()) {
                case Resolution.Whole it -> strictest(whole, it.place(), rank);
                case Resolution.Part it -> strictest(parts, it.of(), rank);
                case Resolution.Ambiguous it -> it.candidates().forEach(place -> strictest(parts, place, rank));
                case Resolution.Unknown it -> it.around().ifPresent(place -> strictest(parts, place, rank));
            }
            List<PlaceId> places = area.where() instanceof Resolution.Ambiguous it
                    ? it.candidates()
                    : area.where().around().stream().toList();
            places.forEach(place -> chain.apply(place).forEach(around -> strictest(within, around, rank)));
        }
        return new RiskList(scheme, Table.of(whole), Table.of(within), Table.of(parts));
    }

    private static void strictest(Map<Long, Byte> table, PlaceId place, byte rank) {
        table.merge(place.value(), rank, (before, now) -> (byte) Math.min(before, now));
    }

    public RiskScheme scheme() {
        return scheme;
    }

    /**
     * The level of a place.
     *
     * @param chain the place and those around it, finest first
     */
    public LevelAnswer levelOf(List<PlaceId> chain) {
        int listed = -1;
        byte level = NONE;
        byte perhaps = NONE;
        for (int i = 0; i < chain.size(); i++) {
            long place = chain.get(i).value();
            if (listed < 0) {
                level = whole.get(place);
                listed = level == NONE ? -1 : i;
            }
            if (i > 0) {
                perhaps = (byte) Math.min(perhaps, parts.get(place));
            }
        }
        int own = level == NONE ? scheme.rank(scheme.otherwise()) : level;
        if (perhaps >= own && perhaps != NONE) {
            perhaps = NONE; // it cannot be in for anything stricter than it is listed for
        }
        return new LevelAnswer(
                scheme.levels().get(own).id(),
                listed < 0 ? Optional.empty() : Optional.of(chain.get(listed)),
                named(chain.isEmpty() ? NONE : within.get(chain.getFirst().value())),
                named(perhaps));
    }

    private Optional<String> named(byte rank) {
        return rank == NONE
                ? Optional.empty()
                : Optional.of(scheme.levels().get(rank).id());
    }

    /** How many rows its tables have. */
    public int rows() {
        return whole.keys.length + within.keys.length + parts.keys.length;
    }

    private record Table(long[] keys, byte[] ranks) {
        static Table of(Map<Long, Byte> sorted) {
            long[] keys = new long[sorted.size()];
            byte[] ranks = new byte[keys.length];
            int i = 0;
            for (Map.Entry<Long, Byte> each : sorted.entrySet()) {
                keys[i] = each.getKey();
                ranks[i++] = each.getValue();
            }
            return new Table(keys, ranks);
        }

        byte get(long key) {
            int at = Arrays.binarySearch(keys, key);
            return at < 0 ? NONE : ranks[at];
        }
    }
}
