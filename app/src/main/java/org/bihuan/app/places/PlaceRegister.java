package org.bihuan.app.places;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.places.PlaceId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes of the register, each from a moment on; what was before stays as it was. Thread-safe. */
@Service
public class PlaceRegister {
    private static final int LONGEST_NAME = 60;

    private final PlaceStore store;
    private final Places places;
    private final SecureRandom random = new SecureRandom();

    PlaceRegister(PlaceStore store, Places places) {
        this.store = store;
        this.places = places;
    }

    /**
     * Adds a place in another.
     *
     * @return its number; that of the place of this name and kind which is there already, so that asking twice is harmless
     * @throws PlaceRefused when the name is no name, or the kind does not go into that place
     */
    @Transactional
    public PlaceId add(PlaceId parent, PlaceKind kind, String name, Instant from, Instant now, String by) {
        lock();
        return addUnlocked(parent, kind, name, from, now, by);
    }

    private PlaceId addUnlocked(PlaceId parent, PlaceKind kind, String name, Instant from, Instant now, String by) {
        Place around = standing(parent, from);
        if (kind.level() <= around.kind().level()) {
            throw new PlaceRefused(
                    "「" + around.name() + "」里不能有这一级的地点；请选更小的级别",
                    "a " + kind.key() + " cannot lie in a " + around.kind().key() + " (" + around.name()
                            + "): choose a finer kind");
        }
        String known = checked(name);
        Optional<Place> same = store.children(parent, from, Integer.MAX_VALUE).stream()
                .filter(each -> each.kind() == kind && each.name().equals(known))
                .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        Place added = new Place(number(), kind, known, Optional.of(parent), from, Optional.empty());
        store.insert(List.of(added), now, by);
        return added.id();
    }

    /** Gives a place another name from a moment on. */
    @Transactional
    public void rename(PlaceId id, String name, Instant from, Instant now, String by) {
        lock();
        Place old = ending(id, from, now, by);
        Place renamed = new Place(id, old.kind(), checked(name), old.parent(), from, Optional.empty());
        store.insert(List.of(renamed), now, by);
    }

    /** Ends a place; what lay in it stays where it is. */
    @Transactional
    public void close(PlaceId id, Instant at, Instant now, String by) {
        lock();
        ending(id, at, now, by);
    }

    /** Parts a place into new ones of its kind, of the names. */
    @Transactional
    public List<PlaceId> split(PlaceId id, List<String> names, Instant at, Instant now, String by) {
        lock();
        if (names.size() < 2 || names.stream().distinct().count() != names.size()) {
            throw new PlaceRefused("拆分要给出至少两个不同的名称", "a split takes at least two different names");
        }
        Place old = ending(id, at, now, by);
        List<PlaceId> parts = new ArrayList<>();
        for (String name : names) {
            Place part = new Place(number(), old.kind(), checked(name), old.parent(), at, Optional.empty());
            store.insert(List.of(part), now, by);
            store.insert(new Succession(id, part.id(), at, "split"));
            parts.add(part.id());
        }
        return parts;
    }

    /** Makes one new place of several of one kind. */
    @Transactional
    public PlaceId merge(List<PlaceId> ids, String name, Instant at, Instant now, String by) {
        lock();
        List<Place> old = ids.stream().distinct().map(id -> standing(id, at)).toList();
        if (old.size() < 2 || old.stream().map(Place::kind).distinct().count() != 1) {
            throw new PlaceRefused("合并要选至少两个同级的地点", "a merger takes at least two places of one kind");
        }
        old.forEach(each -> ending(each.id(), at, now, by));
        Place merged = new Place(
                number(), old.getFirst().kind(), checked(name), old.getFirst().parent(), at, Optional.empty());
        store.insert(List.of(merged), now, by);
        old.forEach(each -> store.insert(new Succession(each.id(), merged.id(), at, "merge")));
        return merged.id();
    }

    /** Ends what lasts of the place at the moment; returns what it was. */
    private Place ending(PlaceId id, Instant at, Instant now, String by) {
        Place old = standing(id, at);
        if (old.to().isPresent()) {
            throw new PlaceRefused(
                    "「" + old.name() + "」此后已有变更，不能再往前改；请选更晚的时间",
                    "\"" + old.name() + "\" has changed after that already: choose a later moment");
        }
        if (!old.from().isBefore(at)) {
            throw new PlaceRefused(
                    "变更时间须晚于「" + old.name() + "」现有名称的起始时间",
                    "the change must come after the moment since which \"" + old.name() + "\" is as it is");
        }
        if (store.versions(id).isEmpty()) {
            store.insert(List.of(old), now, by);
        }
        store.end(id, at);
        return old;
    }

    private Place standing(PlaceId id, Instant at) {
        return places.versionsNow(id).stream()
                .filter(each -> each.isAt(at))
                .findFirst()
                .orElseThrow(() -> new PlaceRefused(
                        "没有编号为" + id + "的地点，或当时不存在；请重新搜索",
                        "there is no place " + id + ", or there was none then: search again"));
    }

    private void lock() {
        store.lock();
        // Not before: whoever looks meanwhile would read the old register once more and hold it for the new one.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                places.changed();
            }
        });
    }

    private static String checked(String name) {
        String known = name.strip();
        if (known.isEmpty()
                || known.length() > LONGEST_NAME
                || known.codePoints().anyMatch(Character::isISOControl)) {
            throw new PlaceRefused(
                    "地点名称「" + known + "」须为1至" + LONGEST_NAME + "个字",
                    "the name \"" + known + "\" has 1 to " + LONGEST_NAME + " characters");
        }
        return known;
    }

    private PlaceId number() {
        return new PlaceId(random.nextLong(PlaceId.FIRST_OWN, 999_999_999_999_999_999L));
    }

    /**
     * Adds whole addresses.
     *
     * @param rows for each address the division, and the names from the kind after it down, by kind
     * @return how many addresses are there now that were given; each is checked before any is added
     */
    @Transactional
    public int addAll(List<AddressRow> rows, Instant from, Instant now, String by) {
        lock();
        for (AddressRow row : rows) {
            PlaceId at = row.division();
            for (AddressRow.Step step : row.steps()) {
                at = addUnlocked(at, step.kind(), step.name(), from, now, by);
            }
        }
        return rows.size();
    }
}
