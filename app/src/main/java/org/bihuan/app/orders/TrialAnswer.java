package org.bihuan.app.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Needs;
import org.jspecify.annotations.Nullable;

/**
 * What a trial came to, as far as whoever asks may see.
 *
 * @param counties by county, the one with most changes first
 * @param resources what is needed more, less where negative, by resource
 */
public record TrialAnswer(List<County> counties, Map<String, Long> resources) {
    /**
     * A county; null where nobody knows where people are.
     *
     * @param people how many are judged there by either version
     * @param changed how many of them otherwise than before
     * @param lines from what to what, those who stay left out
     */
    public record County(@Nullable DivisionCode division, long people, long changed, List<TrialLine> lines) {}

    /** How many are judged. */
    public long people() {
        return counties.stream().mapToLong(County::people).sum();
    }

    /** How many of them otherwise than before. */
    public long changed() {
        return counties.stream().mapToLong(County::changed).sum();
    }

    static TrialAnswer of(List<TrialLine> lines, Needs needs) {
        Map<@Nullable DivisionCode, List<TrialLine>> byCounty = new LinkedHashMap<>();
        Map<String, Long> resources = new LinkedHashMap<>();
        for (TrialLine each : lines) {
            byCounty.computeIfAbsent(each.county(), key -> new ArrayList<>()).add(each);
            Effect effect = each.effect();
            needs.of(
                            Effect.codes(effect.from()),
                            Effect.codes(effect.to()),
                            Effect.counts(effect.added()),
                            Effect.counts(effect.withdrawn()),
                            each.people())
                    .forEach((resource, number) -> resources.merge(resource, number, Long::sum));
        }
        List<County> counties = new ArrayList<>();
        byCounty.forEach((county, own) -> {
            List<TrialLine> changed = own.stream().filter(TrialLine::isChange).toList();
            counties.add(new County(county, sum(own), sum(changed), changed));
        });
        counties.sort((left, right) -> Long.compare(right.changed(), left.changed()));
        return new TrialAnswer(counties, resources);
    }

    private static long sum(List<TrialLine> lines) {
        return lines.stream().mapToLong(TrialLine::people).sum();
    }
}
