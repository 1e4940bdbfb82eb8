package org.bihuan.app.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Service;

/** Risk lists, response levels and flagged sources as decisions read them, edition by edition. Keeps the last ones asked for; thread-safe. */
@Service
public class Editions {
    private static final int MOST = 16;

    private final EditionStore store;
    private final OwnEditionStore own;
    private final Levels levels;
    private final RiskSettings settings;
    private final Map<Long, KnownLevels> ready = new LinkedHashMap<>(16, 0.75f, true);

    Editions(EditionStore store, OwnEditionStore own, Levels levels, RiskSettings settings) {
        this.store = store;
        this.own = own;
        this.levels = levels;
        this.settings = settings;
    }

    /** What a command without the server has to make beans of, besides {@link org.bihuan.app.places.Places#parts}. */
    public static List<Class<?>> parts() {
        return List.of(
                RiskSettings.class,
                RiskStore.class,
                EditionStore.class,
                OwnEditionStore.class,
                Levels.class,
                Editions.class);
    }

    /** Number of the latest edition, 0 while there is none. */
    public long latest() {
        return store.latest();
    }

    /** When, by whom and why the edition was made. */
    public Optional<Edition> find(long number) {
        return store.find(number);
    }

    /** The name of a level. */
    public Wording name(String scheme, String level) {
        return settings.name(scheme, level);
    }

    /** What a series is called: that of lists by its own name. */
    public Wording series(String series) {
        return settings.series(series);
    }

    /** What the edition knew; nothing for 0. */
    public KnownLevels known(long number) {
        if (number == 0) {
            return KnownLevels.NONE;
        }
        synchronized (ready) {
            KnownLevels known = ready.get(number);
            if (known == null) {
                EditionLevels edition = new EditionLevels(number, store, own, levels, ready.get(number - 1));
                known = KnownLevels.of(number, edition::history);
                ready.put(number, known);
                if (ready.size() > MOST) {
                    ready.remove(ready.keySet().iterator().next());
                }
            }
            return known;
        }
    }
}
