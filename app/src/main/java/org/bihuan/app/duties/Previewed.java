package org.bihuan.app.duties;

import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;

/**
 * What a change would do to subjects.
 *
 * @param people each group of merged ones once
 * @param spoken what those of them would signal who would signal otherwise than now, or than was assumed
 */
public record Previewed(List<Rejudged> people, Map<SubjectId, List<Signal>> spoken) {
    public Previewed {
        people = List.copyOf(people);
        spoken = Map.copyOf(spoken);
    }
}
