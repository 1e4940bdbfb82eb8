package org.bihuan.policy.laws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TestDay;
import org.bihuan.policy.pack.Unit;

/** Random values for what a pack leaves to the districts, and thresholds that a few people can reach. */
final class Settings {
    private Settings() {}

    static List<ParameterSetting> random(Pack pack, PackWorld world, SplittableRandom random, Instant setAt) {
        List<ParameterSetting> settings = new ArrayList<>();
        for (ParameterDefinition parameter : pack.parameters().values()) {
            if (parameter.unit() == Unit.COUNT) {
                settings.add(new ParameterSetting(
                        parameter.id(), null, new ParameterValue.Whole(1 + random.nextInt(3)), setAt));
            }
            if (!parameter.setter().isDelegated()) {
                if (parameter.value() == null && random.nextBoolean()) {
                    settings.add(new ParameterSetting(parameter.id(), null, open(parameter, world, random), setAt));
                }
                continue;
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                settings.add(new ParameterSetting(
                        parameter.id(),
                        random.nextInt(4) == 0
                                ? null
                                : world.counties()
                                        .get(random.nextInt(world.counties().size())),
                        new ParameterValue.Whole(random.nextInt(10)),
                        setAt));
            }
        }
        return settings;
    }

    /** A value for what the text leaves open. */
    private static ParameterValue open(ParameterDefinition parameter, PackWorld world, SplittableRandom random) {
        return switch (parameter.unit()) {
            case DIVISIONS ->
                new ParameterValue.Divisions(
                        List.of(world.places().get(random.nextInt(world.places().size()))));
            case TEST_SCHEDULE -> {
                int first = random.nextInt(1, 4);
                yield new ParameterValue.Schedule(List.of(
                        new TestDay(first, first + random.nextInt(2), null),
                        new TestDay(first + random.nextInt(3), first + 3, null)));
            }
            case HOURS, DAYS, CIVIL_DAYS, YEARS, COUNT -> new ParameterValue.Whole(random.nextInt(10));
        };
    }
}
