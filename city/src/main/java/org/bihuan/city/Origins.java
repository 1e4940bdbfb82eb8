package org.bihuan.city;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/** The places travellers come from, by weight and time (origins.csv). Immutable, safe for threads. */
final class Origins {
    private static final Set<String> RISKS = Set.of("high", "medium", "low", "none");

    private final List<Origin> origins;

    private Origins(List<Origin> origins) {
        this.origins = origins;
    }

    static Origins read(Table table, ZoneId zone) {
        List<Origin> origins = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            origins.add(new Origin(
                    place(table, row),
                    risk(table, row),
                    table.number(row, "weight"),
                    time(table, row, "from", zone).orElse(Instant.MIN),
                    time(table, row, "until", zone).orElse(Instant.MAX)));
        }
        return new Origins(List.copyOf(origins));
    }

    /** A place that holds at the time, by weight. */
    Origin draw(Dice dice, Instant arrivedAt) {
        double sum = 0;
        for (Origin origin : origins) {
            sum += origin.holdsAt(arrivedAt) ? origin.weight() : 0;
        }
        double left = dice.unit() * sum;
        Optional<Origin> last = Optional.empty();
        for (Origin origin : origins) {
            if (origin.holdsAt(arrivedAt) && origin.weight() > 0) {
                last = Optional.of(origin);
                left -= origin.weight();
                if (left < 0) {
                    return origin;
                }
            }
        }
        return last.orElseThrow(() -> new IllegalArgumentException("origins.csv: no origin holds at " + arrivedAt));
    }

    private static DivisionCode place(Table table, int row) {
        String cell = table.get(row, "origin");
        return DivisionCode.parse(cell)
                .filter(code -> Divisions.load().exists(code))
                .orElseThrow(() -> table.bad(row, "origin", cell, "must be a known 12-digit division code"));
    }

    private static Optional<String> risk(Table table, int row) {
        Optional<String> cell = table.find(row, "risk");
        if (cell.isPresent() && !RISKS.contains(cell.get())) {
            throw table.bad(row, "risk", cell.get(), "must be high, medium, low, none or empty");
        }
        return cell;
    }

    private static Optional<Instant> time(Table table, int row, String column, ZoneId zone) {
        return table.find(row, column).map(cell -> {
            try {
                return LocalDateTime.parse(cell).atZone(zone).toInstant();
            } catch (DateTimeParseException _) {
                throw table.bad(row, column, cell, "must be a date and time such as 2020-07-24T00:00:00");
            }
        });
    }
}
