package org.bihuan.app.risk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bihuan.app.places.Places;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.InForce;
import org.bihuan.places.risk.LevelAnswer;
import org.bihuan.places.risk.ListVersion;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.places.risk.RiskList;
import org.springframework.stereotype.Service;

/**
 * Which level a place had at a minute, as known at another. Lists made ready are kept, up to six million rows of their
 * tables (70 MB): a year of daily national lists. Thread-safe.
 */
@Service
public class Levels {
    private static final int MOST_ROWS = 6_000_000;

    private final RiskStore store;
    private final RiskSettings settings;
    private final Places places;
    private final Map<String, RiskList> ready = new LinkedHashMap<>(16, 0.75f, true);

    Levels(RiskStore store, RiskSettings settings, Places places) {
        this.store = store;
        this.settings = settings;
        this.places = places;
    }

    /**
     * What an answer rests on.
     *
     * @param publication the list in force
     * @param level what it says
     */
    public record Answer(Publication publication, LevelAnswer level) {}

    /** The publications of a series, to be asked many times in one piece of work. */
    public InForce<Publication> inForce(String series) {
        return new InForce<>(store.publications(series).stream()
                .map(each -> new ListVersion<>(
                        each,
                        each.effectiveAt(),
                        each.recordedAt(),
                        each.withdrawnAt().orElse(null)))
                .toList());
    }

    /** The level of a place at a moment as known at another; empty when no list was in force. */
    public Optional<Answer> at(String series, PlaceId place, Instant moment, Instant known) {
        List<PlaceId> chain = places.chain(place, moment);
        return at(inForce(series), chain, moment, known);
    }

    /**
     * The same for many questions.
     *
     * @param chain the place and those around it, finest first
     */
    public Optional<Answer> at(InForce<Publication> inForce, List<PlaceId> chain, Instant moment, Instant known) {
        return inForce.at(moment, known)
                .map(version ->
                        new Answer(version.value(), list(version.value()).levelOf(chain)));
    }

    /** The list made ready. */
    public RiskList list(Publication publication) {
        return ready(publication.id() + "/" + publication.revision(), publication, () -> store.areas(publication.id()));
    }

    /**
     * A list made ready, which is kept.
     *
     * @param key the same for the same lines only
     * @param areas its lines, asked for when it is not ready
     */
    RiskList ready(String key, Publication publication, Supplier<List<ListedArea>> areas) {
        synchronized (ready) {
            RiskList known = ready.get(key);
            if (known != null) {
                return known;
            }
        }
        // Not under the lock: who waits for the lock may hold the connection that reading needs.
        RiskList list = RiskList.of(
                settings.scheme(publication.scheme()), areas.get(), place -> chain(place, publication.effectiveAt()));
        synchronized (ready) {
            ready.put(key, list);
            int rows = ready.values().stream().mapToInt(RiskList::rows).sum();
            var oldest = ready.entrySet().iterator();
            while (rows > MOST_ROWS && ready.size() > 1) {
                rows -= oldest.next().getValue().rows();
                oldest.remove();
            }
        }
        return list;
    }

    private List<PlaceId> chain(PlaceId place, Instant at) {
        return place.isDivision()
                ? place.division().selfAndAncestors().stream().map(PlaceId::of).toList()
                : places.chain(place, at);
    }
}
