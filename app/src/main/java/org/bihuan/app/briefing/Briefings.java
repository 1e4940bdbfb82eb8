package org.bihuan.app.briefing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.briefing.domain.CutOff;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Found;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezing briefings, reading them, and seeing whether they still hold. Thread-safe. */
@Service
public class Briefings {
    private static final Duration DAY = Duration.ofDays(1);

    private final BriefingStore store;
    private final Figures figures;

    Briefings(BriefingStore store, Figures figures) {
        this.store = store;
        this.figures = figures;
    }

    /** Which figure: its key, and the district that it is about. */
    private record Spot(String key, @Nullable DivisionCode place) {}

    /** The latest that whoever asks sees. */
    @Transactional(readOnly = true)
    public List<Briefing> latest(int limit) {
        return store.latest(limit);
    }

    @Transactional(readOnly = true)
    public Optional<Briefing> find(UUID id) {
        return store.find(id);
    }

    /** The day of the division's last briefing. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(DivisionCode division) {
        return store.lastDay(division);
    }

    /** What a figure of the whole said on each morning up to a briefing's, the earliest first. */
    @Transactional(readOnly = true)
    public List<FigureOfDay> history(Briefing until, String key, int days) {
        return store.history(until.division(), key, until.day(), days);
    }

    /** It put together for reading. */
    @Transactional(readOnly = true)
    public Optional<BriefingSheet> sheet(UUID id) {
        return store.find(id).map(briefing -> BriefingSheet.of(briefing, store.figures(id), store.corrections(id)));
    }

    /** The list behind a figure as it was frozen: as long as the figure says. */
    @Transactional(readOnly = true)
    public List<Item> items(UUID briefing, String key, @Nullable DivisionCode place) {
        return store.items(briefing, key).stream()
                .filter(item -> place == null || item.place() != null && place.contains(item.place()))
                .toList();
    }

    /** What turned out otherwise, in the order in which it was seen. */
    @Transactional(readOnly = true)
    public List<FigureCorrection> corrections(UUID briefing) {
        return store.corrections(briefing);
    }

    /**
     * Freezes the briefing of a cut-off, once: whoever comes second, after a kill or beside another server, changes
     * nothing.
     *
     * @return it, or empty when there was one already
     */
    @Transactional(label = Asking.MACHINE)
    public Optional<Briefing> freeze(
            DivisionCode division, java.time.ZoneId zone, CutOff cutOff, String definition, Instant now) {
        Briefing briefing = new Briefing(UUID.randomUUID(), division, cutOff.day(), cutOff.at(), now, zone, definition);
        if (!store.add(briefing)) {
            return Optional.empty();
        }
        Map<Spot, Long> before = new HashMap<>();
        store.find(division, cutOff.day().minusDays(1)).ifPresent(earlier -> before.putAll(standing(earlier)));
        List<Figure> all = new ArrayList<>();
        for (Definition.Line line : DefinitionReader.read(definition).lines()) {
            Found found = figures.ask(line, ask(line, briefing));
            store.addItems(briefing, line.key(), found.items());
            for (Figure each : Figures.of(line, found, division)) {
                all.add(new Figure(
                        each.key(),
                        each.place(),
                        each.value(),
                        before.get(new Spot(each.key(), each.place())),
                        each.unknown()));
            }
        }
        store.addFigures(briefing, all);
        return Optional.of(briefing);
    }

    /**
     * Compares the frozen figures with what they would be by what is known now, and notes each that differs from what was
     * last said of it.
     *
     * @return how many corrections that makes
     */
    @Transactional(label = Asking.MACHINE)
    public int check(UUID id, Instant now) {
        Briefing briefing = store.find(id).orElseThrow();
        Map<Spot, Long> standing = standing(briefing);
        int corrections = 0;
        for (Definition.Line line : DefinitionReader.read(briefing.definition()).lines()) {
            Found found = figures.ask(line, ask(line, briefing));
            for (Figure each : Figures.of(line, found, briefing.division())) {
                Spot spot = new Spot(each.key(), each.place());
                Long said = standing.get(spot);
                if (standing.containsKey(spot) && !Objects.equals(said, each.value())) {
                    store.add(briefing, correction(briefing, each, said, found, now));
                    corrections++;
                }
            }
        }
        return corrections;
    }

    private FigureCorrection correction(Briefing briefing, Figure now, @Nullable Long said, Found found, Instant at) {
        Set<String> frozen = items(briefing.id(), now.key(), now.place()).stream()
                .map(Item::ref)
                .collect(Collectors.toSet());
        Set<String> known = found.items().stream()
                .filter(item -> now.place() == null
                        || item.place() != null && now.place().contains(item.place()))
                .map(Item::ref)
                .collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(frozen);
        gone.removeAll(known);
        known.removeAll(frozen);
        return new FigureCorrection(
                UUID.randomUUID(), now.key(), now.place(), said, now.value(), known.size(), gone.size(), at);
    }

    /** What is to be believed of each figure: what was frozen, or the last correction of it. */
    private Map<Spot, Long> standing(Briefing briefing) {
        Map<Spot, Long> values = new HashMap<>();
        store.figures(briefing.id()).forEach(each -> values.put(new Spot(each.key(), each.place()), each.value()));
        store.corrections(briefing.id())
                .forEach(each -> values.put(new Spot(each.key(), each.place()), each.newValue()));
        return values;
    }

    /** Those that are still compared with what is known. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<Briefing> since(LocalDate day) {
        return store.since(day);
    }

    private static FigureQuery.Ask ask(Definition.Line line, Briefing briefing) {
        return new FigureQuery.Ask(
                line.with(), briefing.division(), briefing.cutOff().minus(DAY), briefing.cutOff());
    }
}
