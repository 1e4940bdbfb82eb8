package org.bihuan.app.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.risk.Editions;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.level.LevelHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a new edition of the risk lists concerns: those whose decisions read a level that differs. Thread-safe. */
@Service
public class ListChanges {
    private static final int PAGE = 1_000;

    private final CarriedStore store;
    private final StateStore states;
    private final Editions editions;
    private final Rules rules;
    private final Facts facts;

    ListChanges(CarriedStore store, StateStore states, Editions editions, Rules rules, Facts facts) {
        this.store = store;
        this.states = states;
        this.editions = editions;
        this.rules = rules;
        this.facts = facts;
    }

    /** The last edition that has been carried through, 0 for none. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public long carried() {
        return store.last();
    }

    /** The levels read by somebody that differ between the edition and any that people may still be judged by. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Set<String> changed(long edition) {
        Set<String> keys = new LinkedHashSet<>(store.levelKeys());
        Set<String> changed = new TreeSet<>();
        long carried = store.last();
        for (long old = carried; old < edition; old++) {
            // One that came and went without anybody having been judged by it changes nothing for anybody.
            if (old == carried || store.isPinned(old)) {
                changed.addAll(differing(keys, editions.known(old), editions.known(edition)));
            }
        }
        return changed;
    }

    /**
     * Whether one of the levels is another than when something was previewed: for whoever comes new, or for those who have
     * been moved to a later edition since, or are being moved.
     *
     * @param latest the latest edition then
     * @param carried the last that had been carried through then
     * @param moving the edition to which people are being moved now, 0 for none
     */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public boolean differ(Collection<String> keys, long latest, long carried, long moving) {
        boolean differs = !differing(keys, editions.known(latest), editions.known(editions.latest()))
                .isEmpty();
        long reached = Math.max(store.last(), moving);
        for (long old = carried; old < reached && !differs; old++) {
            differs = !differing(keys, editions.known(old), editions.known(reached))
                    .isEmpty();
        }
        return differs;
    }

    private static List<String> differing(Collection<String> keys, KnownLevels before, KnownLevels after) {
        return keys.stream()
                .filter(key -> {
                    LevelKey level = LevelKey.parse(key);
                    return !level.of(before).equals(level.of(after));
                })
                .toList();
    }

    /** A level that somebody reads and that differs between two editions. */
    public record Line(LevelKey key, LevelHistory before, LevelHistory after) {}

    /** What differs of what somebody reads between an edition and another, or one between them that people are judged by. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<Line> lines(long before, long after) {
        KnownLevels fresh = editions.known(after);
        List<String> keys = store.levelKeys();
        Map<String, Line> lines = new TreeMap<>();
        for (long each = before; each < after; each++) {
            if (each == before || store.isPinned(each)) {
                KnownLevels old = editions.known(each);
                for (String key : differing(keys, old, fresh)) {
                    LevelKey level = LevelKey.parse(key);
                    lines.putIfAbsent(key, new Line(level, level.of(old), level.of(fresh)));
                }
            }
        }
        return List.copyOf(lines.values());
    }

    /** The next subjects whose decision read one of the levels, in the order of their names. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> readers(Collection<String> keys, String after, int limit) {
        return keys.isEmpty() ? List.of() : store.readers(keys, after, limit);
    }

    /**
     * Makes the edition the one that everybody is judged by, once nobody who reads what it changed is left behind. Nobody
     * is judged meanwhile. Whoever is parked is judged by it when let go.
     *
     * @param move the proposal by which, null when it is to concern nobody
     * @return those who are left behind; the edition has been carried through only when there is none
     */
    @Transactional(label = Asking.MACHINE)
    public List<SubjectId> carry(long edition, @Nullable UUID move, Instant now) {
        rules.holdAlone();
        Set<String> keys = changed(edition);
        List<SubjectId> left = keys.isEmpty() ? List.of() : behind(keys, edition);
        if (left.isEmpty()) {
            store.carry(edition, move, now);
        }
        return left;
    }

    private List<SubjectId> behind(Collection<String> keys, long edition) {
        String after = "";
        while (true) {
            List<SubjectId> page = store.behind(keys, edition, after, PAGE);
            List<SubjectId> left = new ArrayList<>();
            Map<SubjectId, List<SubjectId>> groups = facts.groups(page);
            groups.forEach((subject, group) -> {
                if (states.pins(group, List.of()).stream()
                        .anyMatch(each -> each.pin().lists() < edition)) {
                    left.add(subject);
                }
            });
            if (!left.isEmpty() || page.size() < PAGE) {
                return left;
            }
            after = page.getLast().toString();
        }
    }
}
