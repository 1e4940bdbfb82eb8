package org.bihuan.app.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.authority.Sight;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;

/**
 * Refuses facts about subjects that are another region's, and corrections of facts about such: who does not see somebody
 * must not change what is decided about them either. Nobody has to be known: a subject of which there is no fact is free.
 */
final class ForeignSubjects {
    private static final ForeignSubjects NONE = new ForeignSubjects(Set.of(), Map.of());

    private final Set<SubjectId> hidden;
    private final Map<FactId, Fact> corrected;

    private ForeignSubjects(Set<SubjectId> hidden, Map<FactId, Fact> corrected) {
        this.hidden = hidden;
        this.corrected = corrected;
    }

    static ForeignSubjects among(
            List<RawFact> raw, FactStore store, BulkStore bulk, Responsibilities responsibilities) {
        if (Asking.sight().level() == Sight.ALL) {
            return NONE;
        }
        Set<SubjectId> named = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (RawFact each : raw) {
            each.subjects().forEach(subject -> named.add(subject.subject()));
            Optional.ofNullable(each.corrects()).flatMap(ForeignSubjects::id).ifPresent(ids::add);
        }
        Map<FactId, Fact> corrected = new HashMap<>();
        if (!ids.isEmpty()) {
            List<StoredFact> targets = new ArrayList<>(store.byIds(ids));
            bulk.byIds(ids).forEach(row -> targets.add(row.stored()));
            for (StoredFact target : targets) {
                corrected.put(target.fact().id(), target.fact());
                target.fact().subjects().forEach(subject -> named.add(subject.subject()));
            }
        }
        return new ForeignSubjects(responsibilities.hidden(named), corrected);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Why the fact is refused; empty when it is not. */
    List<FieldError> errors(Fact fact) {
        if (isForeign(fact.subjects())) {
            return List.of(error("subjects", fact.subjects().getFirst().subject()));
        }
        FactId corrects = fact.corrects();
        Fact target = corrects == null ? null : corrected.get(corrects);
        return corrects == null || target == null || !isForeign(target.subjects())
                ? List.of()
                : List.of(error("corrects", corrects));
    }

    private boolean isForeign(Collection<FactSubject> subjects) {
        return subjects.stream().anyMatch(each -> hidden.contains(each.subject()));
    }

    private static FieldError error(String field, Object value) {
        return FieldError.of(
                field,
                value,
                "subject.not-yours",
                "不由您的地区负责；请先由负责地区移交",
                "is not your region's responsibility; have it handed over first");
    }
}
