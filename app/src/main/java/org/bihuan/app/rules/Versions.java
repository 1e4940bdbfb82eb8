package org.bihuan.app.rules;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every version of every order from draft to retirement. Thread-safe. */
@Service
public class Versions {
    private final Rules rules;
    private final RuleStore store;
    private final VersionStore versions;
    private final EventStore events;

    Versions(Rules rules, RuleStore store, VersionStore versions, EventStore events) {
        this.rules = rules;
        this.store = store;
        this.versions = versions;
        this.events = events;
    }

    /** Ids of all orders of which there is a version. */
    public List<String> packs() {
        return versions.packs();
    }

    /** The versions of an order, the latest first. */
    public List<PackVersion> list(String pack) {
        return versions.list(pack);
    }

    public Optional<PackVersion> find(String hash) {
        return versions.find(hash);
    }

    /** What the version says. */
    public Pack pack(String hash) {
        return rules.load(hash).pack();
    }

    /** The files of the version as they were brought in. */
    public PackFiles files(String hash) {
        return FileArchive.read(rules.stored(hash).files());
    }

    /** Who did what with the order, the latest first. */
    public List<PackEvent> history(String pack, int limit) {
        return events.list(pack, limit);
    }

    /** Notes that somebody did something with an order. */
    @Transactional
    public void note(String pack, String hash, String what, Instant now, String by, String detail) {
        events.add(pack, hash, what, now, by, detail);
    }

    /**
     * Brings in a draft; the same files again change nothing.
     *
     * @param shared the vocabulary, fact kinds and columns it is to be read with
     * @throws PackFormatException when it cannot be read
     */
    @Transactional
    public PackVersion draft(PackFiles files, PackFiles shared, Instant now, String by, String madeFrom) {
        LoadedPack read = PackReader.read(files, SharedFiles.of(shared));
        Pack pack = read.pack();
        Optional<PackVersion> known = versions.find(pack.hash());
        if (known.isPresent()) {
            return known.get();
        }
        store.install(
                pack.hash(),
                pack.id(),
                pack.manifest().version(),
                FileArchive.write(files),
                FileArchive.write(shared),
                now,
                by,
                madeFrom.isEmpty() ? null : madeFrom);
        events.add(pack.id(), pack.hash(), "drafted", now, by, madeFrom);
        return versions.find(pack.hash()).orElseThrow();
    }

    /**
     * Makes a draft from a version by giving one of its files another content.
     *
     * @throws PackFormatException when the version has no such file, or the result cannot be read
     */
    @Transactional
    public PackVersion draftFrom(String hash, String path, String content, Instant now, String by) {
        PackFiles from = files(hash);
        if (!from.files().containsKey(path)) {
            throw new PackFormatException(from.name() + "/" + path, "", "is not a file of this version");
        }
        SortedMap<String, byte[]> files = new TreeMap<>(from.files());
        files.put(path, content.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return draft(
                new PackFiles(from.name(), files),
                FileArchive.read(rules.stored(hash).shared()),
                now,
                by,
                hash);
    }

    /** Asks of the version whether it may be put into force: faults, values, parents, scenarios. */
    @Transactional(readOnly = true)
    public ActivationCheck check(String hash) {
        return rules.check(
                rules.load(hash),
                SharedFiles.of(FileArchive.read(rules.stored(hash).shared())));
    }

    /**
     * Puts an installed version into force, unless it is already.
     *
     * @return whether anything changed
     * @throws PackFormatException when it may not be activated
     */
    @Transactional
    public boolean activate(String hash, Instant now, String by) {
        rules.holdAlone();
        if (store.active().stream().anyMatch(each -> each.hash().equals(hash))) {
            return false;
        }
        ActivationCheck check = check(hash);
        if (!check.passes()) {
            throw new PackFormatException(
                    rules.load(hash).pack().id(), "", "cannot be activated: " + String.join("; ", check.problems()));
        }
        String pack = rules.load(hash).pack().id();
        store.activate(pack, hash, now, by);
        events.add(pack, hash, "activated", now, by, "");
        return true;
    }

    /**
     * Ends an order: it judges nothing new. Episodes pinned to it keep it until they end.
     *
     * @return false when no version of it is active
     */
    @Transactional
    public boolean retire(String pack, Instant now, String by, String reason) {
        rules.holdAlone();
        Optional<RuleStore.Active> active =
                store.active().stream().filter(each -> each.pack().equals(pack)).findFirst();
        if (active.isEmpty()) {
            return false;
        }
        versions.retire(active.get().seq(), pack, now, by, reason);
        events.add(pack, active.get().hash(), "retired", now, by, reason);
        return true;
    }

    /** The texts of a version's files by path; tables and scenarios included. */
    public Map<String, String> texts(String hash) {
        Map<String, String> texts = new TreeMap<>();
        files(hash).files().forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }
}
