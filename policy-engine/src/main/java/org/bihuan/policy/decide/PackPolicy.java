package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.jspecify.annotations.Nullable;

/**
 * One version of a pack together with one set of parameter values and one edition of the risk lists. Immutable but for a
 * cache of what it has bound; thread-safe.
 */
public final class PackPolicy {
    private static final int COUNTY = 3;

    private final Pack pack;
    private final List<ParameterSetting> settings;
    private final String settingsVersion;
    private final boolean bounded;
    private final @Nullable Instant since;
    private final BoundPack whole;
    private final Map<DivisionCode, BoundPack> byCounty;
    private final KnownLevels levels;

    private PackPolicy(PackPolicy bound, KnownLevels levels) {
        this.pack = bound.pack;
        this.settings = bound.settings;
        this.settingsVersion = bound.settingsVersion;
        this.bounded = bound.bounded;
        this.since = bound.since;
        this.whole = bound.whole;
        this.byCounty = bound.byCounty; // what is bound reads no list
        this.levels = levels;
    }

    private PackPolicy(
            Pack pack,
            List<ParameterSetting> settings,
            String settingsVersion,
            boolean bounded,
            @Nullable Instant since) {
        this.pack = pack;
        this.settings = List.copyOf(settings);
        this.settingsVersion = settingsVersion;
        this.bounded = bounded;
        this.since = since;
        this.whole = BoundPack.bind(pack, values(null), null);
        this.byCounty = new ConcurrentHashMap<>();
        this.levels = KnownLevels.NONE;
    }

    /**
     * Puts settings over a pack's own values; of two for one parameter and division the later wins.
     *
     * @param settingsVersion names this set of values for pins
     */
    public static PackPolicy of(Pack pack, List<ParameterSetting> settings, String settingsVersion) {
        return new PackPolicy(pack, settings, settingsVersion, false, null);
    }

    /** The same policy for its jurisdiction only: an episode known to belong elsewhere is none of its business. */
    public PackPolicy withinJurisdiction() {
        return new PackPolicy(pack, settings, settingsVersion, true, since);
    }

    /** The same policy, of which it is known when its version took the place of the one before. */
    public PackPolicy activeSince(Instant moment) {
        return new PackPolicy(pack, settings, settingsVersion, bounded, moment);
    }

    /** The same policy with an edition of the lists; goes last, since the others forget it. */
    public PackPolicy withLevels(KnownLevels edition) {
        return edition == levels ? this : new PackPolicy(this, edition);
    }

    /** The edition of the risk lists that it judges by. */
    public KnownLevels levels() {
        return levels;
    }

    /** Names version, values and lists. */
    String name() {
        return pack.hash() + "@" + settingsVersion + "@" + levels.edition();
    }

    /** Whether it is the same version with the same set of values, whatever the lists. */
    public boolean isSameAs(PackPolicy other) {
        return pack.hash().equals(other.pack.hash()) && settingsVersion.equals(other.settingsVersion);
    }

    /**
     * Since when it says something else about a division than the policy before it, null when it does not or nobody
     * knows: when the version came, or the last of the values that differ.
     */
    @Nullable Instant differsSince(PackPolicy before, @Nullable DivisionCode division) {
        if (!pack.hash().equals(before.pack.hash())) {
            return since;
        }
        Instant last = null;
        for (ParameterDefinition definition : pack.parameters().values()) {
            String id = definition.id();
            if (!Objects.equals(bind(division).value(id), before.bind(division).value(id))) {
                Instant set =
                        findSetting(id, division).map(ParameterSetting::setAt).orElse(since);
                last = last == null || set != null && set.isAfter(last) ? set : last;
            }
        }
        return last;
    }

    /** Whether the policy judges an episode of the division. */
    boolean governs(@Nullable DivisionCode division) {
        return !bounded || division == null || pack.manifest().jurisdiction().contains(division);
    }

    /**
     * Whether it must be known where the episode lies before the policy may judge it. A cluster says nowhere else where
     * it is; a folded episode has a field of its own, which the order's tables ask for.
     */
    boolean mustKnowWhere(EpisodeDefinition definition) {
        return bounded && !(definition instanceof EpisodeDefinition.Folded);
    }

    /** The pack. */
    public Pack pack() {
        return pack;
    }

    /** Name of the set of parameter values. */
    public String settingsVersion() {
        return settingsVersion;
    }

    /** The settings over the pack's own values. */
    public List<ParameterSetting> settings() {
        return settings;
    }

    /** The pack with the values of the jurisdiction as a whole. */
    public BoundPack whole() {
        return whole;
    }

    /** The pack with the values in force in the division, from the smallest division that sets one upwards. */
    public BoundPack bind(@Nullable DivisionCode division) {
        if (division == null) {
            return whole;
        }
        return byCounty.computeIfAbsent(
                division.atLevel(Math.min(COUNTY, division.level())), at -> BoundPack.bind(pack, values(at), at));
    }

    /** The setting in force for the parameter in the division, empty when the pack's own value is. */
    public Optional<ParameterSetting> findSetting(String parameter, @Nullable DivisionCode division) {
        return inForce(settings, parameter, division);
    }

    /** Which of the settings of the parameter is in force in the division, empty when none is. */
    public static Optional<ParameterSetting> inForce(
            List<ParameterSetting> settings, String parameter, @Nullable DivisionCode division) {
        ParameterSetting best = null;
        for (ParameterSetting setting : settings) {
            if (!setting.parameter().equals(parameter) || !applies(setting, division)) {
                continue;
            }
            if (best == null
                    || level(setting) > level(best)
                    || level(setting) == level(best) && !setting.setAt().isBefore(best.setAt())) {
                best = setting;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean applies(ParameterSetting setting, @Nullable DivisionCode division) {
        DivisionCode at = setting.division();
        return at == null || division != null && at.contains(division);
    }

    private static int level(ParameterSetting setting) {
        DivisionCode at = setting.division();
        return at == null ? 0 : at.level();
    }

    private Map<String, ParameterValue> values(@Nullable DivisionCode division) {
        Map<String, ParameterValue> values = new HashMap<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            ParameterValue own = definition.value();
            Optional<ParameterValue> set =
                    findSetting(definition.id(), division).map(ParameterSetting::value);
            if (set.isPresent()) {
                values.put(definition.id(), set.get());
            } else if (own != null) {
                values.put(definition.id(), own);
            }
        }
        return values;
    }
}
