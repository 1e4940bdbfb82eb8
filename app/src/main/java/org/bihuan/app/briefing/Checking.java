package org.bihuan.app.briefing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.briefing.domain.Definition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Sees whether frozen figures still hold. Thread-safe. */
@Service
class Checking {
    private final BriefingStore store;
    private final ListDifference difference;
    private final Figures figures;

    Checking(BriefingStore store, ListDifference difference, Figures figures) {
        this.store = store;
        this.difference = difference;
        this.figures = figures;
    }

    /**
     * Compares frozen figures with what they would be by what is known now, and notes each that differs from what was last
     * said of it. Each query is asked once for all the briefings; only of a figure that differs are the lists compared.
     *
     * @param together briefings of one moment and definition; the first one's division contains the others
     * @return how many corrections that makes
     */
    @Transactional(label = Asking.MACHINE, isolation = Isolation.REPEATABLE_READ)
    public int check(List<Briefing> together, Instant now) {
        Map<UUID, Map<Spot, @Nullable Long>> standing = new HashMap<>();
        together.forEach(each -> standing.put(each.id(), store.standing(each)));
        int corrections = 0;
        for (Definition.Line line :
                DefinitionReader.read(together.getFirst().definition()).lines()) {
            List<FigureSum> sums = together.stream()
                    .map(each -> new FigureSum(line, each.division(), _ -> {}))
                    .toList();
            figures.ask(line, together.getFirst(), sums);
            for (int i = 0; i < sums.size(); i++) {
                Briefing briefing = together.get(i);
                Map<Spot, @Nullable Long> said = Objects.requireNonNull(standing.get(briefing.id()));
                List<Figure> others = sums.get(i).figures().stream()
                        .filter(each ->
                                said.containsKey(each.spot()) && !Objects.equals(said.get(each.spot()), each.value()))
                        .toList();
                if (!others.isEmpty()) {
                    correct(briefing, line, others, said, now);
                    corrections += others.size();
                }
            }
        }
        return corrections;
    }

    private void correct(
            Briefing briefing, Definition.Line line, List<Figure> others, Map<Spot, @Nullable Long> said, Instant now) {
        Map<Spot, ListDifference.Moved> moved = difference.of(briefing, line);
        for (Figure each : others) {
            ListDifference.Moved by = moved.getOrDefault(each.spot(), ListDifference.Moved.NOTHING);
            store.add(
                    briefing,
                    new FigureCorrection(
                            UUID.randomUUID(),
                            each.key(),
                            each.place(),
                            said.get(each.spot()),
                            each.value(),
                            by.added(),
                            by.gone(),
                            now));
        }
    }
}
