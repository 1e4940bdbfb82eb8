package org.bihuan.policy.level;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.bihuan.kernel.DivisionCode;

/**
 * What was known of all lists, response levels and flagged sources at one edition. An edition never changes: whatever
 * comes, is withdrawn or is understood anew makes the next. Immutable but for a cache of the histories asked for; thread-safe.
 */
public final class KnownLevels {
    /** No list is known, and nothing that a city said itself. */
    public static final KnownLevels NONE = new KnownLevels(0, (series, place) -> {
        LevelHistory own = OwnLevels.NONE.find(series, place);
        return own == null ? LevelHistory.NONE : own;
    });

    private static final int MOST = 100_000;

    private final long edition;
    private final BiFunction<String, DivisionCode, LevelHistory> source;
    private final Map<Key, LevelHistory> known = new ConcurrentHashMap<>();

    private record Key(String series, DivisionCode place) {}

    private KnownLevels(long edition, BiFunction<String, DivisionCode, LevelHistory> source) {
        this.edition = edition;
        this.source = source;
    }

    /**
     * The lists of an edition.
     *
     * @param source gives the same history of a series and place however often it is asked
     */
    public static KnownLevels of(long edition, BiFunction<String, DivisionCode, LevelHistory> source) {
        return new KnownLevels(edition, source);
    }

    /** Number of the edition, 0 when no list is known. */
    public long edition() {
        return edition;
    }

    /** The levels that the lists of the series give the place. */
    public LevelHistory history(String series, DivisionCode place) {
        Key key = new Key(series, place);
        LevelHistory history = known.get(key);
        if (history == null) {
            history = source.apply(series, place); // not under the map's lock: the lists may have to be read
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, history);
        }
        return history;
    }
}
