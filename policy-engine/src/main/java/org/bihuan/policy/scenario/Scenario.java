package org.bihuan.policy.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.Wording;

/**
 * What a pack promises: given these facts, at this moment, exactly these lines.
 *
 * @param id unique in its pack
 * @param clauses clauses it proves
 * @param wording what it shows
 * @param facts the facts given
 * @param settings parameter values given
 * @param levels the risk lists given
 * @param at the moment
 * @param then the lines of {@link DecisionText} expected, by subject
 */
public record Scenario(
        String id,
        List<String> clauses,
        Wording wording,
        List<Fact> facts,
        List<ParameterSetting> settings,
        KnownLevels levels,
        Instant at,
        Map<SubjectId, List<String>> then) {
    public Scenario {
        clauses = List.copyOf(clauses);
        facts = List.copyOf(facts);
        settings = List.copyOf(settings);
        then = Map.copyOf(then);
    }
}
