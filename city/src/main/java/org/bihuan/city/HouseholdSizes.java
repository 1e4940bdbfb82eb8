package org.bihuan.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws household sizes that fill a number of people exactly. */
final class HouseholdSizes {
    private final WeightedList<Integer> sizes;

    private HouseholdSizes(WeightedList<Integer> sizes) {
        this.sizes = sizes;
    }

    static HouseholdSizes read(Table table) {
        List<Map.Entry<Integer, Double>> entries = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            entries.add(Map.entry(table.whole(row, "people"), table.number(row, "weight")));
        }
        HouseholdSizes read = new HouseholdSizes(WeightedList.of(entries));
        if (!read.sizes.values().contains(1)) {
            throw new IllegalArgumentException("household sizes need a weight for 1 person");
        }
        return read;
    }

    /**
     * Draws until the sum is hit exactly, and all over again when it is missed: cutting the last household short
     * instead would make small households too many. A third of the tries hit.
     */
    List<Integer> fill(Dice dice, int people) {
        List<Integer> drawn = new ArrayList<>();
        int sum = 0;
        while (sum < people) {
            int size = sizes.draw(dice);
            drawn.add(size);
            sum += size;
            if (sum > people) {
                drawn.clear();
                sum = 0;
            }
        }
        return drawn;
    }
}
