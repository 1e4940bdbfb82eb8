package org.bihuan.app.briefing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Fingerprints;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the list behind a frozen figure differs from what would be found now, for the whole and each county. Of the frozen
 * list it holds hashes, at most about {@value #MOST} at once: a longer one is read in several goes, each about another
 * part of the hashes. Thread-safe.
 */
@Component
class ListDifference {
    static final int MOST = 2_000_000;

    private final ItemStore items;
    private final Figures figures;

    ListDifference(ItemStore items, Figures figures) {
        this.items = items;
        this.figures = figures;
    }

    /** How many things came and went. */
    record Moved(int added, int gone) {
        static final Moved NOTHING = new Moved(0, 0);
    }

    /** In the caller's transaction. */
    Map<Spot, Moved> of(Briefing briefing, Definition.Line line) {
        return of(briefing, line, MOST);
    }

    Map<Spot, Moved> of(Briefing briefing, Definition.Line line, int most) {
        Map<Spot, int[]> counts = new HashMap<>(); // things that came, and that went
        long hashes = items.count(briefing.id(), new Spot(line.key(), null)) * (line.byCounty() ? 2 : 1);
        long goes = 1 + hashes / most;
        for (long go = 0; go < goes; go++) {
            Part part = new Part(line, goes, go, counts, new Fingerprints((int) (hashes / goes)));
            items.refs(briefing.id(), line.key(), part::frozen);
            FigureSum sum = new FigureSum(line, briefing.division(), item -> part.known(item.ref(), item.place()));
            figures.ask(line, briefing, List.of(sum));
        }
        Map<Spot, Moved> moved = new HashMap<>();
        counts.forEach((spot, count) -> moved.put(spot, new Moved(count[0], count[1])));
        return moved;
    }

    /** The things whose hashes leave the same remainder. */
    private record Part(Definition.Line line, long goes, long go, Map<Spot, int[]> counts, Fingerprints frozen) {
        /** It is in the frozen list, and gone until it is met. */
        void frozen(String ref, @Nullable DivisionCode place) {
            spots(ref, place, (spot, hash) -> {
                frozen.add(hash);
                count(spot)[1]++;
            });
        }

        /** It is found now. */
        void known(String ref, @Nullable DivisionCode place) {
            spots(ref, place, (spot, hash) -> {
                if (frozen.contains(hash)) {
                    count(spot)[1]--;
                } else {
                    count(spot)[0]++;
                }
            });
        }

        private int[] count(Spot spot) {
            return counts.computeIfAbsent(spot, _ -> new int[2]);
        }

        /** Which figures it belongs to, if it belongs to this part. */
        private void spots(String ref, @Nullable DivisionCode place, BiConsumer<Spot, Long> each) {
            long hash = Fingerprints.of(ref, "");
            if (Long.remainderUnsigned(hash, goes) == go) {
                each.accept(new Spot(line.key(), null), hash);
                if (line.byCounty() && place != null && place.level() >= FigureSum.COUNTY) {
                    DivisionCode county = place.atLevel(FigureSum.COUNTY);
                    each.accept(new Spot(line.key(), county), Fingerprints.of(ref, county.toString()));
                }
            }
        }
    }
}
