package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The versions and values that a subject's episodes were pinned to by earlier decisions. Immutable. */
public final class Pins {
    private static final Pins NONE = new Pins(Map.of());

    private final Map<Key, PackPolicy> byKey;

    private record Key(UUID episode, String pack) {}

    private Pins(Map<Key, PackPolicy> byKey) {
        this.byKey = byKey;
    }

    /** Nothing is pinned. */
    public static Pins none() {
        return NONE;
    }

    /** The same pins and one more. */
    public Pins with(UUID episode, PackPolicy policy) {
        Map<Key, PackPolicy> copy = new HashMap<>(byKey);
        copy.put(new Key(episode, policy.pack().id()), policy);
        return new Pins(Map.copyOf(copy));
    }

    /** The pins to all orders but one: its episodes are judged as if they were new. */
    public Pins without(String order) {
        Map<Key, PackPolicy> copy = new HashMap<>(byKey);
        copy.keySet().removeIf(key -> key.pack().equals(order));
        return new Pins(Map.copyOf(copy));
    }

    /** Whether something is pinned to another version of the order, or to other values, than these. */
    public boolean isBehind(PackPolicy policy) {
        return policies(policy.pack().id()).stream().anyMatch(each -> !each.isSameAs(policy));
    }

    /** Episode and version of every pin, in no order. */
    Map<UUID, List<PackPolicy>> byEpisode() {
        Map<UUID, List<PackPolicy>> pinned = new HashMap<>();
        byKey.forEach((key, policy) ->
                pinned.computeIfAbsent(key.episode(), _ -> new ArrayList<>()).add(policy));
        return pinned;
    }

    Optional<PackPolicy> find(UUID episode, String pack) {
        return Optional.ofNullable(byKey.get(new Key(episode, pack)));
    }

    /** The versions of the order that something is pinned to. */
    List<PackPolicy> policies(String pack) {
        if (byKey.isEmpty()) {
            return List.of();
        }
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().pack().equals(pack))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted(Comparator.comparing(
                                (PackPolicy policy) -> policy.pack().hash())
                        .thenComparing(PackPolicy::settingsVersion))
                .toList();
    }

    /** Orders that something is pinned to. */
    List<String> packs() {
        return byKey.keySet().stream().map(Key::pack).distinct().sorted().toList();
    }
}
