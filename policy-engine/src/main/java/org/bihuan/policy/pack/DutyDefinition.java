package org.bihuan.policy.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty an outcome demands: one or more steps, each met by one fact, a step repeated by the calendar, or tests on the days
 * of a schedule.
 *
 * @param key name in the pack, called the obligation in ids
 * @param kind kind in the vocabulary
 * @param owner role that owes it
 * @param evidence which fact meets a step
 * @param isOfEpisode whether only facts of the episode itself count: of two requests each needs its own answer
 * @param spacing parameter: least time between the facts of two steps, null for none
 * @param steps the steps in order; none when a schedule gives them
 * @param repeat repetition of the single step, null for none
 * @param schedule the parameter that gives the steps, null for none
 * @param clauses clauses behind it
 * @param wording what is to be done
 */
public record DutyDefinition(
        String key,
        String kind,
        String owner,
        FactFilter evidence,
        boolean isOfEpisode,
        @Nullable String spacing,
        List<Step> steps,
        @Nullable Repeat repeat,
        @Nullable TestDays schedule,
        List<String> clauses,
        Wording wording) {
    public DutyDefinition {
        steps = List.copyOf(steps);
        clauses = List.copyOf(clauses);
    }

    /**
     * One step.
     *
     * @param opens first moment at which evidence counts, null when it follows from the step before and the spacing
     * @param due last moment
     */
    public record Step(@Nullable TimePoint opens, TimePoint due) {}

    /**
     * Once in each civil day, from the day of the step's opening on, while the measure or episode lasts.
     *
     * @param perDay how often a day
     * @param due parameter in hours: the last of the day is due this long after the midnight that begins it, in the
     *     jurisdiction's zone; 1 to 24
     * @param whileMeasure key of the measure that bounds it, null for the episode
     */
    public record Repeat(int perDay, String due, @Nullable String whileMeasure) {}
}
