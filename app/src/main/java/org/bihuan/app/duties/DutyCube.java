package org.bihuan.app.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.app.authority.Sight;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.jspecify.annotations.Nullable;

/** All unmet duties, counted once by place, owner, kind and time: how long any list of them is, is a sum. Immutable. */
final class DutyCube {
    private static final Set<Duty.State> UNMET = Set.of(Duty.State.LATE, Duty.State.OPEN, Duty.State.SCHEDULED);
    private static final long NO_PLACE = 0;

    private final Map<Long, List<Cell>> cells;

    /** @param place 0 for none */
    record Cell(long place, String owner, String kind, boolean isFree, DueWindow window, long count) {}

    DutyCube(Collection<Cell> cells) {
        this.cells = cells.stream().collect(Collectors.groupingBy(Cell::place));
    }

    /** Whether the cube knows how long the list is: of what is unmet, due whenever or within an hour or a day. */
    static boolean answers(DutyQuery query, Instant now) {
        return !query.states().isEmpty()
                && UNMET.containsAll(query.states())
                && query.assigned().names().isEmpty()
                && query.dueBefore()
                        .map(before -> query.states().equals(Set.of(Duty.State.OPEN))
                                && DueWindow.isEdge(Duration.between(now, before)))
                        .orElse(true);
    }

    Map<Duty.State, Long> count(Sight sight, DutyQuery query, Instant now) {
        Map<Duty.State, Long> counts = new EnumMap<>(Duty.State.class);
        of(sight, query, now).forEach(cell -> counts.merge(cell.window().state(), cell.count(), Long::sum));
        return counts;
    }

    /** By division of a level, 3 to 5; what is known less finely is left out. */
    Map<DivisionCode, Long> countByPlace(Sight sight, DutyQuery query, int level, Instant now) {
        Map<DivisionCode, Long> counts = new HashMap<>();
        of(sight, query, now)
                .filter(cell -> cell.place() != NO_PLACE)
                .forEach(cell -> counts.merge(new DivisionCode(cell.place()).atLevel(level), cell.count(), Long::sum));
        counts.keySet().removeIf(place -> place.level() < level);
        return counts;
    }

    /** How many duties the database would look at to count the list: all there are in the places and the time. */
    long cost(Sight sight, DutyQuery query, Instant now) {
        return in(sight, query).filter(time(query, now)).mapToLong(Cell::count).sum();
    }

    private Stream<Cell> of(Sight sight, DutyQuery query, Instant now) {
        return in(sight, query)
                .filter(time(query, now))
                .filter(cell -> query.states().contains(cell.window().state())
                        && sight.seesOwner(cell.owner())
                        && query.owner().map(cell.owner()::equals).orElse(true)
                        && query.kind().map(cell.kind()::equals).orElse(true)
                        && (cell.isFree() || !query.assigned().isNobody()));
    }

    private static Predicate<Cell> time(DutyQuery query, Instant now) {
        return query.dueBefore()
                .map(before -> Duration.between(now, before))
                .<Predicate<Cell>>map(within ->
                        cell -> cell.window().isWithin(within) && cell.window().state() == Duty.State.OPEN)
                .orElse(cell -> true);
    }

    private Stream<Cell> in(Sight sight, DutyQuery query) {
        return cells.entrySet().stream()
                .filter(each ->
                        isSeen(each.getKey() == NO_PLACE ? null : new DivisionCode(each.getKey()), sight, query))
                .flatMap(each -> each.getValue().stream());
    }

    private static boolean isSeen(@Nullable DivisionCode place, Sight sight, DutyQuery query) {
        return sight.sees(place)
                && query.division()
                        .map(division -> place != null && division.contains(place))
                        .orElse(true);
    }
}
