package org.bihuan.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/**
 * The names of all divisions in one text, sorted by level and code, which is scanned from the coarsest level on until
 * enough is found. The scan of all 4 million characters by the processor's own string search takes a few milliseconds, so
 * that no index of fragments is kept (28 MB with the codes, measured in {@code ./bihuan bench places}). Immutable, safe
 * for threads.
 */
final class DivisionIndex {
    private static final int LEVELS = 5;
    private static final char END = '\n';

    private final long[] codes;
    /** Row of the division around it, -1 for a province. */
    private final int[] parents;
    /** Where each name begins; a name ends one before the next begins. */
    private final int[] starts;
    /** First row of each level, and one past the last. */
    private final int[] levelRows = new int[LEVELS + 1];

    private final String pool;

    DivisionIndex(Divisions divisions) {
        int size = 0;
        for (int level = 1; level <= LEVELS; level++) {
            size += divisions.list(level).size();
        }
        long[] all = new long[size];
        parents = new int[size];
        starts = new int[size + 1];
        StringBuilder names = new StringBuilder(size * 7);
        int row = 0;
        for (int level = 1; level <= LEVELS; level++) {
            levelRows[level - 1] = row;
            for (DivisionCode code : divisions.list(level)) {
                if (code.level() != level) {
                    continue; // Dongguan is listed once more as its own county
                }
                all[row] = code.value();
                starts[row] = names.length();
                parents[row] = parent(all, code, level);
                names.append(divisions.findName(code).orElseThrow()).append(END);
                row++;
            }
        }
        levelRows[LEVELS] = row;
        starts[row] = names.length();
        codes = Arrays.copyOf(all, row);
        pool = names.toString();
    }

    private int parent(long[] all, DivisionCode code, int level) {
        for (int above = level - 1; above >= 1; above--) {
            int at = Arrays.binarySearch(
                    all,
                    levelRows[above - 1],
                    levelRows[above],
                    code.atLevel(above).value());
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** The best answers, best first; those the predicate hides are left out. */
    List<Hit> search(Query query, int limit, LongPredicate hidden) {
        List<Hit> found = new ArrayList<>();
        for (int level = 1; level <= LEVELS && found.size() < limit; level++) {
            Best best = new Best(query, level, limit, hidden);
            if (query.own().isEmpty()) {
                best.byCode();
            } else {
                best.byName();
            }
            best.addTo(found);
        }
        return found;
    }

    /** Whether a division coarser than a village has the word in its name. */
    boolean namesSomethingCoarse(String word) {
        int at = pool.indexOf(word);
        return at >= 0 && at < starts[levelRows[LEVELS - 1]];
    }

    private String name(int row) {
        return pool.substring(starts[row], starts[row + 1] - 1);
    }

    private boolean nameContains(int row, String word) {
        int at = pool.indexOf(word, starts[row], starts[row + 1] - 1);
        return at >= 0;
    }

    /** The best rows of one level, a bucket for each quality. */
    private final class Best {
        private final Query query;
        private final int level;
        private final int limit;
        private final LongPredicate hidden;
        private final List<List<Integer>> buckets = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        /** Neighbouring rows lie in one place: what was found out about it is kept for the next. */
        private int lastParent = -2;

        private int lastFound;

        Best(Query query, int level, int limit, LongPredicate hidden) {
            this.query = query;
            this.level = level;
            this.limit = limit;
            this.hidden = hidden;
        }

        void byCode() {
            int from = Arrays.binarySearch(codes, levelRows[level - 1], levelRows[level], query.firstCode());
            for (int row = from >= 0 ? from : -from - 1;
                    row < levelRows[level]
                            && codes[row] <= query.lastCode()
                            && buckets.getLast().size() < limit;
                    row++) {
                offer(row, codes[row] == query.firstCode() ? 0 : 2);
            }
        }

        void byName() {
            int row = levelRows[level - 1];
            int past = levelRows[level];
            int at = pool.indexOf(query.own(), starts[row], starts[past]);
            while (at >= 0) {
                row = rowOf(at, row, past);
                if (query.hasCode(codes[row]) && hasAround(row)) {
                    offer(row, query.quality(pool, starts[row], starts[row + 1] - 1, at));
                }
                at = pool.indexOf(query.own(), starts[row + 1], starts[past]);
            }
        }

        /** The row in whose name the position lies; most hits are near the last, so that steps double from there. */
        private int rowOf(int at, int from, int past) {
            int step = 1;
            int low = from;
            while (low + step < past && starts[low + step] <= at) {
                low += step;
                step <<= 1;
            }
            int found = Arrays.binarySearch(starts, low, Math.min(past, low + step) + 1, at);
            return found >= 0 ? found : -found - 2;
        }

        private boolean hasAround(int row) {
            int wanted = (1 << query.around().size()) - 1;
            if (wanted == 0) {
                return true;
            }
            if (parents[row] != lastParent) {
                lastParent = parents[row];
                lastFound = 0;
                for (int above = lastParent; above >= 0; above = parents[above]) {
                    lastFound |= wordsIn(above);
                }
            }
            return lastFound == wanted || (lastFound | wordsIn(row)) == wanted;
        }

        private int wordsIn(int row) {
            int found = 0;
            for (int i = 0; i < query.around().size(); i++) {
                if (nameContains(row, query.around().get(i))) {
                    found |= 1 << i;
                }
            }
            return found;
        }

        private void offer(int row, int quality) {
            List<Integer> bucket = buckets.get(quality);
            if (bucket.size() < limit && !hidden.test(codes[row]) && !DivisionNames.isPlaceholder(name(row))) {
                bucket.add(row);
            }
        }

        void addTo(List<Hit> found) {
            for (int quality = 0; quality < buckets.size(); quality++) {
                for (int row : buckets.get(quality)) {
                    if (found.size() < limit) {
                        found.add(new Hit(new PlaceId(codes[row]), level, quality, name(row), false));
                    }
                }
            }
        }
    }
}
