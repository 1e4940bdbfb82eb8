package org.bihuan.app.duties;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Sight;
import org.bihuan.kernel.DivisionCode;

/** All subjects under a measure, counted once by what they are under, and where; and all kinds there are. Immutable. */
record MeasureCube(List<Cell> cells, Set<String> kinds) {
    /** One measure of a subject; 0 for no place. */
    private record Part(long place, String kind) {
        static Part parse(String text) {
            int space = text.indexOf(' ');
            return new Part(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
        }

        boolean isSeen(Sight sight, Set<String> kinds) {
            return kinds.contains(kind) && sight.sees(place == 0 ? null : new DivisionCode(place));
        }
    }

    /** Those who are under exactly these measures. */
    private record Cell(List<Part> parts, long count) {}

    /** @param counts how many are under the same measures; each as place and kind, parted by commas */
    static MeasureCube of(Map<String, Long> counts) {
        List<Cell> cells = counts.entrySet().stream()
                .map(each -> new Cell(
                        Arrays.stream(each.getKey().split(",")).map(Part::parse).toList(), each.getValue()))
                .toList();
        return new MeasureCube(
                cells,
                cells.stream()
                        .flatMap(cell -> cell.parts().stream())
                        .map(Part::kind)
                        .collect(Collectors.toSet()));
    }

    /** How many subjects are under one of the kinds where somebody sees it; each is counted once. */
    long count(Sight sight, Set<String> kinds) {
        return cells.stream()
                .filter(cell -> cell.parts().stream().anyMatch(part -> part.isSeen(sight, kinds)))
                .mapToLong(Cell::count)
                .sum();
    }
}
