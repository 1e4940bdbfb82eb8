package org.bihuan.app.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Needs;
import org.jspecify.annotations.Nullable;

/**
 * A preview in figures, as far as whoever asks may see.
 *
 * @param counties people by county and effect, the county with most first
 * @param resources what is needed more, less where negative, by resource
 */
public record Preview(List<County> counties, Map<String, Long> resources) {
    /** A county and its effects; null where nobody knows where people are. */
    public record County(@Nullable DivisionCode division, long people, long further, List<Line> lines) {}

    /** So many people with one effect. */
    public record Line(Effect effect, long people) {}

    static Preview of(List<EffectStore.Group> groups, Needs needs) {
        Map<Long, List<EffectStore.Group>> byCounty = new LinkedHashMap<>();
        Map<String, Long> resources = new LinkedHashMap<>();
        for (EffectStore.Group group : groups) {
            DivisionCode county = group.county();
            byCounty.computeIfAbsent(county == null ? 0L : county.value(), key -> new ArrayList<>())
                    .add(group);
            Effect effect = group.effect();
            needs.of(
                            Effect.codes(effect.from()),
                            Effect.codes(effect.to()),
                            Effect.counts(effect.added()),
                            Effect.counts(effect.withdrawn()),
                            group.people())
                    .forEach((resource, number) -> resources.merge(resource, number, Long::sum));
        }
        List<County> counties = new ArrayList<>();
        byCounty.values()
                .forEach(own -> counties.add(new County(
                        own.getFirst().county(),
                        own.stream().mapToLong(EffectStore.Group::people).sum(),
                        own.stream()
                                .filter(each -> each.effect().further())
                                .mapToLong(EffectStore.Group::people)
                                .sum(),
                        own.stream()
                                .map(each -> new Line(each.effect(), each.people()))
                                .toList())));
        return new Preview(counties, resources);
    }
}
