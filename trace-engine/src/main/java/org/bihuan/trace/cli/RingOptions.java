package org.bihuan.trace.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bihuan.trace.api.Linger;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.index.TraceIndex;

/** The options of a ring that need the index: places by id. A place the index does not know changes nothing; it is told. */
final class RingOptions {
    private final Arguments arguments;
    private final TraceIndex index;
    private final Console console;

    RingOptions(Arguments arguments, TraceIndex index, Console console) {
        this.arguments = arguments;
        this.index = index;
        this.console = console;
    }

    RingRule rule(Window window, int minOverlap) throws IOException {
        OptionalInt cap = arguments
                .find("--crowd-cap")
                .map(text -> OptionalInt.of(Values.count("--crowd-cap", text, 1)))
                .orElse(OptionalInt.empty());
        try {
            return new RingRule(window, minOverlap, excluded(), linger(), cap);
        } catch (IllegalArgumentException wrong) {
            throw new UsageError("选项的值不合规则。", "--" + wrong.getMessage());
        }
    }

    private Set<Integer> excluded() throws IOException {
        Set<Integer> places = new HashSet<>();
        Optional<String> file = arguments.find("--exclude-places");
        if (file.isPresent()) {
            for (String id : Sources.ids("--exclude-places", file.get(), "place")) {
                find("--exclude-places", id).ifPresent(places::add);
            }
        }
        return places;
    }

    private Linger linger() throws IOException {
        int everywhere = Values.minutes("--linger", arguments.find("--linger").orElse("0m"));
        Map<Integer, Integer> byPlace = new HashMap<>();
        Optional<String> file = arguments.find("--linger-places");
        if (file.isPresent()) {
            for (Map.Entry<String, String> row :
                    Sources.table("--linger-places", file.get(), "place").entrySet()) {
                int minutes = Values.minutes("--linger-places: " + row.getKey(), row.getValue());
                find("--linger-places", row.getKey()).ifPresent(place -> byPlace.put(place, minutes));
            }
        }
        return new Linger(everywhere, byPlace);
    }

    private OptionalInt find(String option, String id) {
        OptionalInt place = index.findPlace(id);
        if (place.isEmpty()) {
            console.say(
                    option + ":索引里没有场所 '" + id + "',不起作用。 place '" + id + "' is not in the index and changes nothing");
        }
        return place;
    }
}
