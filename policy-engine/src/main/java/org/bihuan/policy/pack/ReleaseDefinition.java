package org.bihuan.policy.pack;

import java.util.List;

/**
 * What release from a measure needs.
 *
 * @param needs keys of the duties that must be met
 * @param refusals facts that refuse it whatever has been met
 * @param clauses clauses behind it
 */
public record ReleaseDefinition(List<String> needs, List<RefusalDefinition> refusals, List<String> clauses) {
    public ReleaseDefinition {
        needs = List.copyOf(needs);
        refusals = List.copyOf(refusals);
        clauses = List.copyOf(clauses);
    }

    /**
     * A fact that refuses release.
     *
     * @param filter which fact
     * @param since moments of the episode, first known wins; earlier facts do not refuse
     * @param reason code of the reason
     * @param wording the reason for people
     */
    public record RefusalDefinition(FactFilter filter, List<String> since, String reason, Wording wording) {
        public RefusalDefinition {
            since = List.copyOf(since);
        }
    }
}
