package org.bihuan.app.rules;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackCheck;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SettingCheck;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The packs in force and their values. Keeps what it has loaded; thread-safe. */
@Service
public class Rules {
    private final RuleStore store;
    private final EventStore events;
    private final Map<String, LoadedPack> loaded = new ConcurrentHashMap<>();
    private final Map<String, PackPolicy> pinned = new ConcurrentHashMap<>();
    private volatile Current current = new Current("", List.of(), new FactCatalogue(Map.of()));

    private record Current(String version, List<PackPolicy> policies, FactCatalogue catalogue) {}

    Rules(RuleStore store, EventStore events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Installs a pack and makes it judge new episodes, unless this very version does already.
     *
     * @return whether anything changed
     * @throws PackFormatException when it may not be activated: an error, also under the values set before; an empty
     *     required value; a failing scenario; looser than an order above it that is active
     */
    @Transactional
    public boolean activate(Path folder, Path sharedFolder, Instant now, String by) {
        PackFiles files = PackFiles.ofFolder(folder);
        PackFiles sharedFiles = SharedFiles.filesOf(sharedFolder);
        SharedFiles shared = SharedFiles.of(sharedFiles);
        LoadedPack pack = PackReader.read(files, shared);
        store.lock(true);
        boolean active = store.active().stream()
                .anyMatch(each -> each.hash().equals(pack.pack().hash()));
        if (active) {
            return false;
        }
        List<String> problems = check(pack, shared).problems();
        if (!problems.isEmpty()) {
            throw new PackFormatException(folder.toString(), "", "cannot be activated: " + String.join("; ", problems));
        }
        store.install(
                pack.pack().hash(),
                pack.pack().id(),
                pack.pack().manifest().version(),
                FileArchive.write(files),
                FileArchive.write(sharedFiles),
                now,
                by,
                null);
        store.activate(pack.pack().id(), pack.pack().hash(), now, by);
        events.add(pack.pack().id(), pack.pack().hash(), "activated", now, by, "");
        return true;
    }

    /** Asks of a version, under the values that have been set, whether it may be put into force. */
    ActivationCheck check(LoadedPack pack, SharedFiles shared) {
        List<RuleStore.StoredSetting> stored = store.settings(pack.pack().id());
        return ActivationCheck.of(
                pack,
                shared,
                PackCheck.above(pack.pack(), active()),
                () -> settings(pack.pack(), stored, Long.MAX_VALUE));
    }

    /**
     * The version with all values that have been set, as it would judge if it were active.
     *
     * @param since when it takes the place of the one before
     */
    public PackPolicy candidate(String hash, Instant since) {
        Pack pack = load(hash).pack();
        return policy(pack, store.settings(pack.id()), Long.MAX_VALUE).activeSince(since);
    }

    /**
     * Keeps the rules for whoever is going to change what people are judged by, until the end of the caller's transaction;
     * waits for those who {@link #hold} them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAlone() {
        store.lock(true);
    }

    /**
     * Keeps the rules as they are until the end of the caller's transaction; whoever wants to change them waits for it.
     * What is judged by them can so be found by the change.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        store.lock(false);
    }

    /** When the next order comes into force or ends after the moment, null for never: everybody is to be judged then. */
    public @Nullable Instant turn(Instant now) {
        Instant next = null;
        for (PackPolicy policy : refresh().policies()) {
            Manifest manifest = policy.pack().manifest();
            for (Instant each : new @Nullable Instant[] {manifest.validFrom(), manifest.validTo()}) {
                if (each != null && each.isAfter(now) && (next == null || each.isBefore(next))) {
                    next = each;
                }
            }
        }
        return next;
    }

    /** The policies that judge new episodes, each with the values in force. */
    public List<PackPolicy> current(Instant now) {
        return refresh().policies().stream()
                .filter(policy -> policy.pack().manifest().isInForce(now))
                .toList();
    }

    /** Every active pack, in force yet or not. */
    public List<Pack> active() {
        return refresh().policies().stream().map(PackPolicy::pack).toList();
    }

    /**
     * The kinds of fact that packs in force know or have known. The declaration that came into force last counts; a kind
     * once declared stays declared, since episodes pinned to an older pack still read it.
     */
    public FactCatalogue catalogue() {
        return refresh().catalogue();
    }

    /** Number of the latest activation, 0 for none. */
    public long lastActivation() {
        return store.lastActivation();
    }

    /** How the columns of a ledger become facts, as the active packs have it; empty while no pack is active. */
    public Optional<LedgerColumns> ledgerColumns() {
        return store.active().stream()
                .findFirst()
                .map(active -> SharedFiles.of(
                                FileArchive.read(stored(active.hash()).shared()))
                        .columns());
    }

    /** Reads facts as the active packs know them. */
    public FactReader reader() {
        return new FactReader(catalogue(), Divisions.load()::exists);
    }

    /** The version and values that an episode was pinned to. A value that was not set then may have been set since. */
    public PackPolicy pinned(String hash, String settingsVersion) {
        refresh();
        return pinned.computeIfAbsent(hash + "@" + settingsVersion, key -> {
            Pack pack = load(hash).pack();
            return policy(pack, store.settings(pack.id()), Long.parseLong(settingsVersion));
        });
    }

    /** Whether a value could be set. */
    public sealed interface Setting {
        /** Set; decisions that read it are to be made again. */
        record Done(String pack, String parameter, @Nullable DivisionCode division) implements Setting {}

        /** Not set; the message in Chinese, " / ", and in English. */
        record Refused(String message) implements Setting {
            static Refused of(Wording wording) {
                return new Refused(wording.zh().replace(" / ", "/") + " / " + wording.en());
            }
        }
    }

    /**
     * Sets a value that the order leaves to the division, unless it is looser than the order or one above it, or a table
     * would have a gap or an overlap under it.
     *
     * @param division a county-level division inside the jurisdiction
     */
    @Transactional
    public Setting set(
            String packId,
            String parameter,
            DivisionCode division,
            String value,
            Instant now,
            String by,
            String reason) {
        store.lock(true);
        Setting answer = check(packId, parameter, division, value, now, reason);
        if (answer instanceof Setting.Done) {
            store.set(packId, parameter, division, value, now, by, reason);
            String hash = store.active().stream()
                    .filter(each -> each.pack().equals(packId))
                    .map(RuleStore.Active::hash)
                    .findFirst()
                    .orElse(null);
            events.add(packId, hash, "value", now, by, parameter + "@" + division + "=" + value + " " + reason);
        }
        return answer;
    }

    /** Whether {@link #set} would set the value at the moment; sets nothing. */
    @Transactional(readOnly = true)
    public Setting check(
            String packId, String parameter, DivisionCode division, String value, Instant now, String reason) {
        PackPolicy policy = refresh().policies().stream()
                .filter(each -> each.pack().id().equals(packId))
                .findFirst()
                .orElse(null);
        if (policy == null) {
            return new Setting.Refused("没有这个生效的命令 / no such pack in force: " + packId);
        }
        Pack pack = policy.pack();
        ParameterDefinition definition = pack.parameters().get(parameter);
        if (definition == null) {
            return new Setting.Refused("没有这个参数 / no such parameter: " + parameter);
        }
        var delegation = pack.manifest().delegation();
        if (!definition.setter().isDelegated() || delegation == null) {
            return new Setting.Refused("这个参数没有授权给县（市）区 / this value is not delegated: " + parameter);
        }
        if (division.level() != delegation.level()
                || !pack.manifest().jurisdiction().contains(division)
                || !Divisions.load().exists(division)) {
            return new Setting.Refused("不是被授权的地区 / not a division that may decide: " + division);
        }
        if (reason.isBlank()) {
            return new Setting.Refused("必须写明理由 / a reason is required");
        }
        ParameterSetting wanted;
        try {
            wanted = new ParameterSetting(parameter, division, SettingText.value(definition, value), now);
        } catch (PackFormatException e) {
            return Setting.Refused.of(SettingCheck.unreadable(definition, value, e));
        }
        Optional<Wording> refusal =
                SettingCheck.refusal(pack, PackCheck.above(pack, active()), policy.settings(), wanted);
        if (refusal.isPresent()) {
            return Setting.Refused.of(refusal.get());
        }
        return new Setting.Done(packId, parameter, division);
    }

    private Current refresh() {
        String version = store.version();
        Current known = current;
        if (known.version().equals(version)) {
            return known;
        }
        List<PackPolicy> policies = new ArrayList<>();
        Map<String, FactCatalogue.Kind> kinds = new LinkedHashMap<>();
        for (RuleStore.Active active : store.active()) {
            LoadedPack pack = load(active.hash());
            policies.add(policy(pack.pack(), store.settings(pack.pack().id()), Long.MAX_VALUE)
                    .activeSince(active.since()));
        }
        store.everActive().forEach(hash -> kinds.putAll(load(hash).catalogue().kinds()));
        Current fresh = new Current(version, List.copyOf(policies), new FactCatalogue(kinds));
        pinned.clear();
        current = fresh;
        return fresh;
    }

    /** The pack with the values set up to a point, and those set later where nothing had been. */
    private static PackPolicy policy(Pack pack, List<RuleStore.StoredSetting> stored, long upTo) {
        long last = 0;
        for (RuleStore.StoredSetting each : stored) {
            last = pack.parameters().containsKey(each.parameter()) ? each.seq() : last;
        }
        return PackPolicy.of(pack, settings(pack, stored, upTo), Long.toString(upTo == Long.MAX_VALUE ? last : upTo))
                .withinJurisdiction();
    }

    /**
     * The values that this version leaves to the divisions, and those it leaves empty, which are heard for the whole order;
     * what it fixes itself is heard from nobody else.
     */
    static List<ParameterSetting> settings(Pack pack, List<RuleStore.StoredSetting> stored, long upTo) {
        List<ParameterSetting> settings = new ArrayList<>();
        for (RuleStore.StoredSetting each : stored) {
            ParameterDefinition definition = pack.parameters().get(each.parameter());
            if (definition == null
                    || !isHeard(definition, each)
                    || each.seq() > upTo && wasSet(definition, each.division(), settings)) {
                continue;
            }
            settings.add(new ParameterSetting(
                    each.parameter(), each.division(), SettingText.value(definition, each.value()), each.setAt()));
        }
        return settings;
    }

    private static boolean isHeard(ParameterDefinition definition, RuleStore.StoredSetting set) {
        return definition.setter().isDelegated() || Filling.isOpen(definition) && set.division() == null;
    }

    private static boolean wasSet(
            ParameterDefinition definition, @Nullable DivisionCode division, List<ParameterSetting> settings) {
        return definition.value() != null
                || settings.stream()
                        .anyMatch(each ->
                                each.parameter().equals(definition.id()) && Objects.equals(each.division(), division));
    }

    LoadedPack load(String hash) {
        return loaded.computeIfAbsent(hash, key -> {
            RuleStore.StoredPack stored = stored(key);
            PackFiles files = FileArchive.read(stored.files());
            if (!files.hash().equals(key)) {
                throw new IllegalStateException("the stored pack does not have its hash " + key);
            }
            return PackReader.read(files, SharedFiles.of(FileArchive.read(stored.shared())));
        });
    }

    RuleStore.StoredPack stored(String hash) {
        return store.find(hash).orElseThrow(() -> new IllegalStateException("no pack of hash " + hash));
    }
}
