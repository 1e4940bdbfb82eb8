package org.bihuan.app.risk;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.LevelAnswer;
import org.bihuan.places.risk.RiskList;
import org.bihuan.places.risk.RiskScheme;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.level.LevelHistory;
import org.bihuan.policy.level.OwnLevels;
import org.jspecify.annotations.Nullable;

/**
 * Works out which levels one edition gives a place, by lists or by what the city says itself. After a year of daily lists that is some hundred lookups;
 * where the edition before is at hand and this one only adds a list at the end, its answer is taken and one step added.
 */
final class EditionLevels {
    private final long edition;
    private final EditionStore store;
    private final Levels levels;
    /** Weak, or every edition would keep all before it. */
    private final WeakReference<@Nullable KnownLevels> before;

    private final Map<String, Lists> bySeries = new ConcurrentHashMap<>();

    /**
     * The lists of a series.
     *
     * @param all by the moment they are in force from
     * @param fresh from which on the edition before does not know them; all of them where it is no help
     */
    private record Lists(List<EditionStore.Known> all, int fresh) {}

    private final OwnEditionStore own;
    private volatile @Nullable OwnLevels said;

    /** @param before the edition before, null when it is not at hand */
    EditionLevels(long edition, EditionStore store, OwnEditionStore own, Levels levels, @Nullable KnownLevels before) {
        this.own = own;
        this.before = new WeakReference<>(before);
        this.edition = edition;
        this.store = store;
        this.levels = levels;
    }

    LevelHistory history(String series, DivisionCode place) {
        LevelHistory own = OwnLevels.isReserved(series) ? said().find(series, place) : null;
        return own == null ? listed(series, place) : own;
    }

    private OwnLevels said() {
        OwnLevels known = said;
        if (known == null) {
            known = own.known(edition);
            said = known;
        }
        return known;
    }

    private LevelHistory listed(String series, DivisionCode place) {
        Lists lists = bySeries.get(series);
        if (lists == null) {
            lists = lists(series);
            bySeries.put(series, lists);
        }
        List<PlaceId> chain = place.selfAndAncestors().stream().map(PlaceId::of).toList();
        List<LevelHistory.Step> steps = new ArrayList<>();
        KnownLevels old = before.get();
        if (old != null && lists.fresh() > 0) {
            steps.addAll(old.history(series, place).steps());
        }
        for (EditionStore.Known each :
                lists.all().subList(old == null ? 0 : lists.fresh(), lists.all().size())) {
            RiskList list = levels.ready(
                    each.key(),
                    each.publication(),
                    () -> store.areas(each.publication().id(), edition));
            steps.add(new LevelHistory.Step(
                    each.publication().effectiveAt(),
                    each.publication().scheme(),
                    certain(list.scheme(), list.levelOf(chain))));
        }
        return new LevelHistory(steps);
    }

    private Lists lists(String series) {
        List<EditionStore.Known> all = store.known(series, edition);
        List<EditionStore.Known> old = before.get() == null ? List.of() : store.known(series, edition - 1);
        boolean isLonger =
                old.size() <= all.size() && all.subList(0, old.size()).equals(old);
        return new Lists(all, isLonger ? old.size() : 0);
    }

    /** The level, null when a stricter one names a part of the place, or a part of what is around it. */
    private static @Nullable String certain(RiskScheme scheme, LevelAnswer answer) {
        boolean isPart = answer.within()
                .filter(within -> scheme.rank(within) < scheme.rank(answer.level()))
                .isPresent();
        return isPart || answer.perhaps().isPresent() ? null : answer.level();
    }
}
