package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.policy.level.KnownLevels;

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

    /** The same pins, those to the order of the policy moved to it; each keeps its edition of the lists. */
    public Pins movedTo(PackPolicy policy) {
        Map<Key, PackPolicy> copy = new HashMap<>(byKey);
        copy.replaceAll(
                (key, pinned) -> key.pack().equals(policy.pack().id()) ? policy.withLevels(pinned.levels()) : pinned);
        return new Pins(Map.copyOf(copy));
    }

    /** The same pins, those to an earlier edition of the lists moved to this one. */
    public Pins movedTo(KnownLevels edition) {
        Map<Key, PackPolicy> copy = new HashMap<>(byKey);
        copy.replaceAll(
                (key, pinned) -> pinned.levels().edition() < edition.edition() ? pinned.withLevels(edition) : pinned);
        return new Pins(Map.copyOf(copy));
    }

    /** Whether something is pinned to another version of the order, or to other values, than these. */
    public boolean isBehind(PackPolicy policy) {
        return policies(policy.pack().id()).stream().anyMatch(each -> !each.isSameAs(policy));
    }

    /** One of the versions that something is pinned to. */
    public Optional<PackPolicy> findAny() {
        return byKey.values().stream().findAny();
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
        Map<String, PackPolicy> byName = new TreeMap<>();
        byKey.forEach((key, policy) -> {
            if (key.pack().equals(pack)) {
                byName.putIfAbsent(policy.name(), policy);
            }
        });
        return List.copyOf(byName.values());
    }

    /** Orders that something is pinned to. */
    List<String> packs() {
        return byKey.keySet().stream().map(Key::pack).distinct().sorted().toList();
    }
}
