package org.bihuan.app.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.DivisionNames;
import org.bihuan.places.Hit;
import org.bihuan.places.OwnPlace;
import org.bihuan.places.PlaceId;
import org.bihuan.places.PlaceSearch;
import org.springframework.stereotype.Service;

/** Looking places up and finding them. The search over all divisions is made with the first question. Thread-safe. */
@Service
public class Places {
    /** Most places of one list. */
    public static final int MOST = 500;

    /** How old what is kept may be before the database is asked whether another server changed the register. */
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final PlaceStore store;
    private final Divisions divisions = Divisions.load();
    private volatile Known known = new Known(-1, Optional.empty(), Map.of(), Map.of());
    private volatile long checkedNanos;
    private volatile boolean isOld = true;

    /** The register down to buildings at a revision, the search over it, and its places by name and number. */
    private record Known(
            long revision,
            Optional<PlaceSearch> search,
            Map<String, List<Place>> byName,
            Map<PlaceId, List<Place>> byId) {}

    Places(PlaceStore store) {
        this.store = store;
    }

    /** What a command without the server has to make beans of. */
    public static List<Class<?>> parts() {
        return List.of(PlaceStore.class, Places.class);
    }

    /** Places by fragments, several words, or the beginning of a code; the best first. */
    public List<Hit> search(String text, int limit) {
        return known().search().orElseThrow().search(text, limit);
    }

    /**
     * Finds places of the register, as it is now, that lie somewhere in another and were called exactly so at the moment.
     */
    public BiFunction<PlaceId, String, List<PlaceId>> namesAt(Instant at) {
        Map<String, List<Place>> byName = known().byName();
        return (within, name) -> byName.getOrDefault(DivisionNames.plain(name), List.of()).stream()
                .filter(each -> each.isAt(at) && chain(each.id(), at).contains(within))
                .map(Place::id)
                .distinct()
                .toList();
    }

    /** The register has changed. */
    void changed() {
        isOld = true;
    }

    /** The place as it was at the moment; empty when it was not. */
    public Optional<Place> find(PlaceId id, Instant at) {
        return versions(id).stream().filter(each -> each.isAt(at)).findFirst();
    }

    /** All that the place was, first to last; a division that never changed is one version without beginning. */
    public List<Place> versions(PlaceId id) {
        List<Place> kept = known().byId().get(id);
        if (kept != null) {
            return kept;
        }
        return id.isDivision() ? unchanged(id.division()).stream().toList() : store.versions(id);
    }

    /** The same from the database itself, for whoever is about to change it. */
    List<Place> versionsNow(PlaceId id) {
        List<Place> stored = store.versions(id);
        return stored.isEmpty() && id.isDivision()
                ? unchanged(id.division()).stream().toList()
                : stored;
    }

    private Optional<Place> unchanged(DivisionCode code) {
        return divisions.findName(code).map(name -> {
            List<DivisionCode> chain = code.selfAndAncestors();
            return new Place(
                    PlaceId.of(code),
                    PlaceKind.of(code.level()),
                    name,
                    chain.size() < 2 ? Optional.empty() : Optional.of(PlaceId.of(chain.get(1))),
                    Instant.EPOCH,
                    Optional.empty());
        });
    }

    /** The place and those around it at the moment, finest first; for one that never was, none. */
    public List<PlaceId> chain(PlaceId id, Instant at) {
        List<PlaceId> chain = new ArrayList<>();
        Optional<PlaceId> next = Optional.of(id);
        while (next.isPresent() && !chain.contains(next.get())) {
            PlaceId each = next.get();
            List<Place> versions = versions(each);
            if (versions.isEmpty()) {
                break;
            }
            chain.add(each);
            next = versions.stream()
                    .filter(it -> it.isAt(at))
                    .findFirst()
                    .orElse(versions.getLast())
                    .parent();
        }
        return chain;
    }

    /** The name with those of the places around it, such as 辽宁省鞍山市铁东区; groups of counties are left out. */
    public String fullName(PlaceId id, Instant at) {
        StringBuilder name = new StringBuilder();
        for (PlaceId each : chain(id, at).reversed()) {
            String own =
                    find(each, at).orElseGet(() -> versions(each).getLast()).name();
            if (each.equals(id) || !DivisionNames.isPlaceholder(own)) {
                name.append(own);
            }
        }
        return name.isEmpty() ? id.toString() : name.toString();
    }

    /** What lay directly in the place at the moment, at most {@link #MOST}. */
    public List<Place> children(PlaceId id, Instant at) {
        List<Place> children = new ArrayList<>();
        if (id.isDivision()) {
            for (DivisionCode code : divisions.children(id.division())) {
                Place place = find(PlaceId.of(code), at).orElse(null);
                if (place != null && children.size() < MOST && place.parent().equals(parentOf(code))) {
                    children.add(place);
                }
            }
        }
        for (Place each : store.children(id, at, MOST)) {
            if (children.stream().noneMatch(other -> other.id().equals(each.id()))) {
                children.add(each);
            }
        }
        children.sort(Comparator.comparing(Place::kind));
        return children;
    }

    private static Optional<PlaceId> parentOf(DivisionCode code) {
        List<DivisionCode> chain = code.selfAndAncestors();
        return chain.size() < 2 ? Optional.empty() : Optional.of(PlaceId.of(chain.get(1)));
    }

    /** What the place came from and what came out of it. */
    public List<Succession> successions(PlaceId id) {
        return store.successions(id);
    }

    /** Which places stand for this one at the moment: itself, or what took over from it, however often. */
    public List<PlaceId> successors(PlaceId id, Instant at) {
        List<PlaceId> found = new ArrayList<>();
        Set<PlaceId> seen = new HashSet<>();
        List<PlaceId> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            PlaceId each = open.removeFirst();
            if (seen.add(each)) {
                if (find(each, at).isPresent()) {
                    found.add(each);
                }
                store.successions(each).stream()
                        .filter(it -> it.before().equals(each) && !it.at().isAfter(at))
                        .forEach(it -> open.add(it.after()));
            }
        }
        return found;
    }

    private Known known() {
        Known now = known;
        if (now.revision() >= 0 && !isOld && System.nanoTime() - checkedNanos < FRESH_NANOS) {
            return now;
        }
        synchronized (this) {
            isOld = false;
            checkedNanos = System.nanoTime();
            long revision = store.revision();
            if (known.revision() != revision) {
                known = read(revision);
            }
            return known;
        }
    }

    private Known read(long revision) {
        Map<PlaceId, List<Place>> byId = new HashMap<>();
        Map<String, List<Place>> byName = new HashMap<>();
        for (Place each : store.upToBuildings()) {
            byId.computeIfAbsent(each.id(), _ -> new ArrayList<>(1)).add(each);
            byName.computeIfAbsent(DivisionNames.plain(each.name()), _ -> new ArrayList<>(1))
                    .add(each);
        }
        Map<PlaceId, String> paths = new HashMap<>();
        Set<Long> hidden = new HashSet<>();
        List<OwnPlace> own = new ArrayList<>();
        byId.forEach((id, versions) -> {
            if (id.isDivision()) {
                hidden.add(id.value());
            }
            for (Place each : versions) {
                String path =
                        each.parent().map(parent -> path(parent, byId, paths)).orElse("");
                own.add(new OwnPlace(
                        id, each.kind().level(), each.name(), path, each.to().isPresent()));
            }
        });
        PlaceSearch base = known.search().orElseGet(() -> PlaceSearch.of(divisions));
        return new Known(revision, Optional.of(base.with(own, hidden)), byName, byId);
    }

    /** The latest names of a place and those around it. */
    private String path(PlaceId id, Map<PlaceId, List<Place>> byId, Map<PlaceId, String> paths) {
        String done = paths.get(id);
        if (done != null) {
            return done;
        }
        List<Place> versions = byId.get(id);
        Optional<Place> last = versions != null
                ? Optional.of(versions.getLast())
                : id.isDivision() ? unchanged(id.division()) : Optional.empty();
        String path = last.map(place ->
                        place.parent().map(parent -> path(parent, byId, paths)).orElse("") + place.name() + " ")
                .orElse("");
        paths.put(id, path);
        return path;
    }
}
