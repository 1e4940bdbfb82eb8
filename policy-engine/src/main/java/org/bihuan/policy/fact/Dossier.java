package org.bihuan.policy.fact;

import java.util.List;

/**
 * All that the rules may look at for one subject.
 *
 * @param subject the (canonical) subject
 * @param aliases the ids under which its facts were recorded, itself included; more than one after a merge
 * @param facts every fact about it, in any order, corrections included
 * @param signals what related subjects declare
 */
public record Dossier(SubjectId subject, List<SubjectId> aliases, List<Fact> facts, List<Signal> signals) {
    public Dossier {
        aliases = List.copyOf(aliases);
        facts = List.copyOf(facts);
        signals = List.copyOf(signals);
    }

    /** A dossier of a subject that was never merged and hears no signal. */
    public static Dossier of(SubjectId subject, List<Fact> facts) {
        return new Dossier(subject, List.of(subject), facts, List.of());
    }
}
