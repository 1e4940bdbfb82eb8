package org.bihuan.app.authority;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose responsibility subjects are, for what is read of them by the row. Derived from facts and duties. Thread-safe. */
@Service
public class Responsibilities {
    private static final long NO_PLACE = 0;

    private final SubjectRegionStore store;

    Responsibilities(SubjectRegionStore store) {
        this.store = store;
    }

    /**
     * Makes subjects the responsibility of exactly these regions.
     *
     * @param regions by subject; null among them stands for no place
     */
    @Transactional(label = Asking.MACHINE)
    public void replace(Map<SubjectId, ? extends Collection<@Nullable DivisionCode>> regions) {
        Map<String, Set<Long>> codes = new HashMap<>();
        regions.forEach((subject, own) -> codes.put(
                subject.toString(),
                own.stream()
                        .map(region -> region == null ? NO_PLACE : region.value())
                        .collect(Collectors.toSet())));
        store.write(codes);
    }

    /**
     * The regions of each subject that has any; null among them stands for no place. Within somebody's own transaction it
     * throws, since it may not see them all.
     */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Map<SubjectId, Set<@Nullable DivisionCode>> regions(Collection<SubjectId> subjects) {
        store.requireMachine();
        Map<SubjectId, Set<@Nullable DivisionCode>> regions = new HashMap<>();
        store.read(subjects.stream().map(SubjectId::toString).toList()).forEach((subject, codes) -> {
            Set<@Nullable DivisionCode> own = new HashSet<>();
            codes.forEach(code -> own.add(code == NO_PLACE ? null : new DivisionCode(code)));
            regions.put(SubjectId.parse(subject), own);
        });
        return regions;
    }

    /**
     * Of the subjects those that are known and that whoever asks does not see. Within somebody's own transaction, which
     * does not see them either, it throws rather than take them for unknown.
     */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Set<SubjectId> hidden(Collection<SubjectId> subjects) {
        Sight sight = Asking.sight();
        if (subjects.isEmpty() || sight.level() == Sight.ALL) {
            return Set.of();
        }
        store.requireMachine();
        Map<String, Set<Long>> regions =
                store.read(subjects.stream().map(SubjectId::toString).toList());
        Set<SubjectId> hidden = new HashSet<>();
        for (SubjectId subject : subjects) {
            Set<Long> own = regions.getOrDefault(subject.toString(), Set.of());
            if (!own.isEmpty()
                    && own.stream().noneMatch(code -> sight.sees(code == NO_PLACE ? null : new DivisionCode(code)))) {
                hidden.add(subject);
            }
        }
        return hidden;
    }
}
