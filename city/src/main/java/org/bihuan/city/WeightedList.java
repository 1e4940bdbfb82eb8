package org.bihuan.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values drawn in proportion to their weights. Immutable, safe for threads. */
final class WeightedList<T> {
    private final List<T> values;
    private final double[] upTo;

    private WeightedList(List<T> values, double[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /** Values without weight are left out; at least one must have some. */
    static <T> WeightedList<T> of(List<Map.Entry<T, Double>> entries) {
        List<T> values = new ArrayList<>();
        double[] upTo = new double[entries.size()];
        double sum = 0;
        for (Map.Entry<T, Double> entry : entries) {
            double weight = entry.getValue();
            if (weight < 0 || Double.isNaN(weight) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weight of " + entry.getKey() + " is " + weight + ", must be >= 0");
            }
            if (weight > 0) {
                sum += weight;
                upTo[values.size()] = sum;
                values.add(entry.getKey());
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value has a weight: " + entries);
        }
        return new WeightedList<>(List.copyOf(values), Arrays.copyOf(upTo, values.size()));
    }

    T draw(Dice dice) {
        double point = dice.unit() * upTo[upTo.length - 1];
        int at = Arrays.binarySearch(upTo, point);
        return values.get(Math.min(at >= 0 ? at + 1 : -at - 1, upTo.length - 1));
    }

    /** The values that have a weight, in the order given. */
    List<T> values() {
        return values;
    }
}
