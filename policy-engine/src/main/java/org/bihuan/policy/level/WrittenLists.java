package org.bihuan.policy.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Lists as somebody wrote them down with division codes, for scenarios and the command line.
 *
 * @param lists in any order
 */
public record WrittenLists(List<Written> lists) {
    public WrittenLists {
        lists = List.copyOf(lists);
    }

    /**
     * One list.
     *
     * @param from the moment it is in force from, until the next of its series
     * @param otherwise level of a place that no line names
     * @param lines strictest level first
     */
    public record Written(String series, String scheme, Instant from, String otherwise, List<Line> lines) {
        public Written {
            lines = List.copyOf(lines);
        }
    }

    /** A place and its level. */
    public record Line(String level, DivisionCode place) {}

    /** The lists as decisions read them. */
    public KnownLevels known() {
        return new WrittenLevels(this, OwnLevels.NONE).known();
    }

    LevelHistory history(String series, DivisionCode place) {
        List<LevelHistory.Step> steps = new ArrayList<>();
        lists.stream()
                .filter(each -> each.series().equals(series))
                .sorted(Comparator.comparing(Written::from))
                .forEach(each -> steps.add(new LevelHistory.Step(each.from(), each.scheme(), level(each, place))));
        return new LevelHistory(steps);
    }

    /** The nearest line around the place counts; null when a stricter one names only a part of it. */
    private static @Nullable String level(Written list, DivisionCode place) {
        Line nearest = null;
        for (Line line : list.lines()) {
            boolean isAround = line.place().contains(place);
            if (isAround
                    && (nearest == null
                            || line.place().level() > nearest.place().level())) {
                nearest = line;
            }
        }
        int own = nearest == null ? list.lines().size() : list.lines().indexOf(nearest);
        String level = nearest == null ? list.otherwise() : nearest.level();
        for (Line line : list.lines().subList(0, own)) {
            if (place.contains(line.place()) && !line.level().equals(level)) {
                return null;
            }
        }
        return level;
    }
}
