package org.bihuan.app.duties;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody of whom a fact speaks, part by part, as decisions see them. Writes nothing; thread-safe. */
@Service
public class WholePopulation {
    private final Facts facts;
    private final Dossiers dossiers;

    WholePopulation(Facts facts, Dossiers dossiers) {
        this.facts = facts;
        this.dossiers = dossiers;
    }

    /**
     * Some of them, those who are one together.
     *
     * @param last the name that it ended with, to go on behind it
     * @param isLast whether nobody is left
     */
    public record Part(List<Dossier> dossiers, String last, boolean isLast) {}

    /**
     * The next ones, in the order of their names.
     *
     * @param packs whose signals they hear
     * @param after the name that the part before ended with, empty to begin
     */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Part next(List<Pack> packs, String after, int limit) {
        List<SubjectId> subjects = facts.subjectsAfter(after, limit);
        Set<SubjectId> wanted = new HashSet<>(subjects);
        List<Dossier> people = dossiers.read(facts.groups(subjects), packs).dossiers().values().stream()
                .filter(each -> wanted.contains(each.subject())) // merged ones are told where their one name stands
                .toList();
        String last = subjects.isEmpty() ? after : subjects.getLast().toString();
        return new Part(people, last, subjects.size() < limit);
    }
}
