package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TimePoint;

/** What outcomes of an order demand by the values in force where somebody is: kinds of measure with their lengths, and duties. */
final class Demands {
    private static final long DAY_SECONDS = 86_400;

    private final Pack pack;
    private final BoundPack values;

    Demands(BoundPack values) {
        this.pack = values.pack();
        this.values = values;
    }

    /** Kinds and days, such as {@code central-isolation/14}; a value that is delegated and not set imposes nothing. */
    List<String> measures(List<String> outcomes) {
        List<String> codes = new ArrayList<>();
        for (MeasureDefinition measure : measuresOf(outcomes)) {
            TimePoint until = measure.until();
            String parameter = until == null ? null : until.parameter();
            if (parameter == null) {
                codes.add(measure.kind() + "/?");
            } else if (values.value(parameter) instanceof ParameterValue.Whole whole) {
                codes.add(measure.kind() + "/" + days(parameter, whole.value()));
            }
        }
        return codes;
    }

    private long days(String parameter, long value) {
        return switch (known(pack.parameters(), parameter).unit()) {
            case HOURS -> value * 3_600 / DAY_SECONDS;
            case DAYS, CIVIL_DAYS -> value;
            case YEARS -> value * 365;
            case COUNT, DIVISIONS, TEST_SCHEDULE -> 0;
        };
    }

    private Set<MeasureDefinition> measuresOf(List<String> outcomes) {
        Map<String, MeasureDefinition> measures = new TreeMap<>();
        for (String name : outcomes) {
            OutcomeDefinition outcome = known(pack.outcomes(), name);
            outcome.measures().forEach(key -> measures.put(key, known(pack.measures(), key)));
        }
        return Set.copyOf(measures.values());
    }

    /** How many duties of which kind; a repeated one counts once a turn of each day of the measure that bounds it. */
    SortedMap<String, Integer> duties(List<String> outcomes) {
        SortedMap<String, Integer> duties = new TreeMap<>();
        Set<String> keys = new TreeSet<>();
        outcomes.forEach(name -> keys.addAll(known(pack.outcomes(), name).duties()));
        for (String key : keys) {
            DutyDefinition duty = known(pack.duties(), key);
            DutyDefinition.Repeat repeat = duty.repeat();
            int number = repeat == null ? duty.steps().size() : repeat.perDay() * lasts(repeat.whileMeasure());
            duties.merge(duty.kind(), number, Integer::sum);
        }
        return duties;
    }

    private int lasts(@org.jspecify.annotations.Nullable String measure) {
        TimePoint until =
                measure == null ? null : known(pack.measures(), measure).until();
        String parameter = until == null ? null : until.parameter();
        return parameter != null && values.value(parameter) instanceof ParameterValue.Whole whole
                ? (int) days(parameter, whole.value())
                : 1;
    }

    /** A pack that has been read names nothing that it does not have. */
    private static <T> T known(Map<String, T> named, String name) {
        return Objects.requireNonNull(named.get(name), name);
    }
}
