package org.bihuan.policy.pack;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kinds that packs may use.
 *
 * @param strata rank of each subject type; signals go from lower to higher
 * @param axes axes on which measures are compared
 * @param measures kinds of measure
 * @param duties kinds of duty
 * @param owners roles that may owe a duty
 * @param powers what each disease class allows
 * @param review what is owed for everybody whom a new version with the transition {@code review} would move, null when
 *     nobody said
 */
public record Vocabulary(
        Map<String, Integer> strata,
        Map<String, Wording> axes,
        Map<String, MeasureKind> measures,
        Map<String, Wording> duties,
        Map<String, Wording> owners,
        Map<String, Set<String>> powers,
        @Nullable Review review) {
    public Vocabulary {
        strata = Map.copyOf(strata);
        axes = Map.copyOf(axes);
        measures = Map.copyOf(measures);
        duties = Map.copyOf(duties);
        owners = Map.copyOf(owners);
        powers = Map.copyOf(powers);
    }

    /**
     * The duty to look at somebody whom a new version would move.
     *
     * @param duty kind of duty
     * @param owner role that owes it
     * @param hours within how many hours of the change
     * @param wording what is to be done
     */
    public record Review(String duty, String owner, int hours, Wording wording) {}

    /**
     * A kind of measure.
     *
     * @param name its name
     * @param axis axis on which it is compared
     * @param rank strictness on that axis, higher is stricter
     * @param needs power that the disease class must grant
     * @param restricts whether it limits a person's freedom
     * @param wording its name for people
     */
    public record MeasureKind(String name, String axis, int rank, String needs, boolean restricts, Wording wording) {}
}
