package org.bihuan.policy.laws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
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
}
