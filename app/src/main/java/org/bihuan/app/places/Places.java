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

    private final PlaceStore store;
    private final Divisions divisions = Divisions.load();
    private volatile Ready ready = new Ready("none", Optional.empty(), Map.of());

    /** The search over the register as it was at a revision, and its places by name. */
    private record Ready(String revision, Optional<PlaceSearch> search, Map<String, List<Place>> byName) {}

    Places(PlaceStore store) {
        this.store = store;
    }

    /** Places by fragments, several words, or the beginning of a code; the best first. */
    public List<Hit> search(String text, int limit) {
        return ready().search().orElseThrow().search(text, limit);
    }

    /** Places of the register that lie somewhere in another and are called exactly so at the moment. */
    public List<PlaceId> named(PlaceId within, String name, Instant at) {
        return ready().byName().getOrDefault(DivisionNames.plain(name), List.of()).stream()
                .filter(each -> each.isAt(at) && chain(each.id(), at).contains(within))
                .map(Place::id)
                .distinct()
                .toList();
    }

    /** The place as it was at the moment; empty when it was not. */
    public Optional<Place> find(PlaceId id, Instant at) {
        return versions(id).stream().filter(each -> each.isAt(at)).findFirst();
    }

    /** All that the place was, first to last; a division that never changed is one version without beginning. */
    public List<Place> versions(PlaceId id) {
        List<Place> known = store.versions(id);
        return known.isEmpty() && id.isDivision() ? unchanged(id.division()).stream().toList() : known;
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
            String own = find(each, at).orElseGet(() -> versions(each).getLast()).name();
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

    private Ready ready() {
        String revision = store.revision();
        Ready now = ready;
        if (now.revision().equals(revision) && now.search().isPresent()) {
            return now;
        }
        synchronized (this) {
            List<Place> all = store.upToBuildings();
            Set<Long> hidden = new HashSet<>();
            List<OwnPlace> own = new ArrayList<>();
            Map<String, List<Place>> byName = new HashMap<>();
            for (Place each : all) {
                if (each.id().isDivision()) {
                    hidden.add(each.id().value());
                }
                own.add(new OwnPlace(each.id(), each.kind().level(), each.name(), path(each), each.to().isPresent()));
                byName.computeIfAbsent(DivisionNames.plain(each.name()), _ -> new ArrayList<>())
                        .add(each);
            }
            PlaceSearch base = ready.search().orElseGet(() -> PlaceSearch.of(divisions));
            ready = new Ready(revision, Optional.of(base.with(own, hidden)), byName);
            return ready;
        }
    }

    private String path(Place place) {
        StringBuilder path = new StringBuilder();
        place.parent().ifPresent(parent -> chain(parent, place.from()).reversed().forEach(each -> path.append(
                        versions(each).getLast().name())
                .append(' ')));
        return path.toString();
    }
}
