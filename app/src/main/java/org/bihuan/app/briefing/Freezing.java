package org.bihuan.app.briefing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.briefing.domain.Definition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Freezes briefings. Thread-safe. */
@Service
class Freezing {
    private final BriefingStore store;
    private final ItemStore items;
    private final Figures figures;

    Freezing(BriefingStore store, ItemStore items, Figures figures) {
        this.store = store;
        this.items = items;
        this.figures = figures;
    }

    /**
     * Freezes a briefing, once: whoever comes second, after a kill or beside another server, changes nothing. Its figures
     * speak of one state of the database; lists are written as they are found.
     *
     * @return false when there was one of its division and day already
     * @throws org.springframework.dao.ConcurrencyFailureException when another server froze it at this moment
     */
    @Transactional(label = Asking.MACHINE, isolation = Isolation.REPEATABLE_READ)
    public boolean freeze(Briefing briefing) {
        if (!store.add(briefing)) {
            return false;
        }
        Map<Spot, @Nullable Long> before = new HashMap<>();
        store.find(briefing.division(), briefing.day().minusDays(1))
                .ifPresent(earlier -> before.putAll(store.standing(earlier)));
        List<Figure> all = new ArrayList<>();
        for (Definition.Line line : DefinitionReader.read(briefing.definition()).lines()) {
            ItemBatch list = new ItemBatch(items, briefing, line);
            FigureSum sum = new FigureSum(line, briefing.division(), list::add);
            figures.ask(line, briefing, List.of(sum));
            list.write();
            for (Figure each : sum.figures()) {
                all.add(each.with(before.get(each.spot())));
            }
        }
        store.addFigures(briefing, all);
        return true;
    }
}
