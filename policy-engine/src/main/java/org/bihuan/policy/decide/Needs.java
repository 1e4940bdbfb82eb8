package org.bihuan.policy.decide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bihuan.policy.pack.Wording;

/**
 * What duties and measures take of people and things. Data of the operator: no order gives it.
 *
 * @param resources what is counted, by name, in the order of the file
 * @param duties for each duty done once, by its kind
 * @param measures for a measure, by its kind
 */
public record Needs(
        Map<String, Wording> resources, Map<String, Map<String, Long>> duties, Map<String, OfMeasure> measures) {
    /** Nothing is known. */
    public static final Needs NONE = new Needs(Map.of(), Map.of(), Map.of());

    public Needs {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        duties = Map.copyOf(duties);
        measures = Map.copyOf(measures);
    }

    /**
     * Needs of a measure.
     *
     * @param once for each person who comes under it
     * @param daily for each day of its lawful length
     */
    public record OfMeasure(Map<String, Long> once, Map<String, Long> daily) {}

    /**
     * What so many people with the same change need more (less where negative), by resource; measures without an end
     * count as entered only.
     */
    public Map<String, Long> of(
            List<String> from,
            List<String> to,
            SortedMap<String, Integer> added,
            SortedMap<String, Integer> withdrawn,
            long people) {
        Map<String, Long> sum = new LinkedHashMap<>();
        resources.keySet().forEach(name -> sum.put(name, 0L));
        from.forEach(code -> addMeasure(code, -people, sum));
        to.forEach(code -> addMeasure(code, people, sum));
        added.forEach((kind, number) -> add(duties.getOrDefault(kind, Map.of()), people * number, sum));
        withdrawn.forEach((kind, number) -> add(duties.getOrDefault(kind, Map.of()), -people * number, sum));
        return sum;
    }

    /** @param code kind and days, as {@link Stay#code} writes them */
    private void addMeasure(String code, long people, Map<String, Long> sum) {
        int slash = code.lastIndexOf('/');
        OfMeasure needs = measures.get(code.substring(0, slash));
        if (needs != null) {
            String days = code.substring(slash + 1);
            add(needs.once(), people, sum);
            add(needs.daily(), days.equals("?") ? 0 : people * Long.parseLong(days), sum);
        }
    }

    private static void add(Map<String, Long> each, long times, Map<String, Long> sum) {
        each.forEach((resource, number) -> sum.merge(resource, number * times, Long::sum));
    }
}
