package org.bihuan.app.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.LevelAnswer;
import org.bihuan.places.risk.RiskList;
import org.bihuan.places.risk.RiskScheme;
import org.bihuan.policy.level.LevelHistory;
import org.jspecify.annotations.Nullable;

/** Works out which levels the lists of one edition give a place. */
final class EditionLevels {
    private final long edition;
    private final EditionStore store;
    private final Levels levels;
    private final Map<String, List<EditionStore.Known>> bySeries = new ConcurrentHashMap<>();

    EditionLevels(long edition, EditionStore store, Levels levels) {
        this.edition = edition;
        this.store = store;
        this.levels = levels;
    }

    LevelHistory history(String series, DivisionCode place) {
        List<EditionStore.Known> lists = bySeries.get(series);
        if (lists == null) {
            lists = store.known(series, edition);
            bySeries.put(series, lists);
        }
        List<PlaceId> chain =
                place.selfAndAncestors().stream().map(PlaceId::of).toList();
        List<LevelHistory.Step> steps = new ArrayList<>();
        for (EditionStore.Known each : lists) {
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

    /** The level, null when a stricter one names a part of the place, or a part of what is around it. */
    private static @Nullable String certain(RiskScheme scheme, LevelAnswer answer) {
        boolean isPart = answer.within()
                .filter(within -> scheme.rank(within) < scheme.rank(answer.level()))
                .isPresent();
        return isPart || answer.perhaps().isPresent() ? null : answer.level();
    }
}
