package org.bihuan.trace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.PlaceInCommon;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.Stay;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.index.TraceIndex;

/** {@code common}: where several people were; {@code place}: who was at a place. */
final class PlaceCommands {
    static final Set<String> COMMON_NAMES =
            Set.of("--index", "--persons", "--from", "--to", "--min-persons", "--format");
    static final Set<String> PLACE_NAMES = Set.of("--index", "--place", "--from", "--to", "--format");

    private PlaceCommands() {}

    static void common(Arguments arguments, Console console) throws IOException {
        Window window = Values.window(arguments);
        int minPersons = Values.count("--min-persons", arguments.get("--min-persons"), 1);
        List<String> persons = Sources.ids("--persons", arguments.get("--persons"), "person");
        Report report = console.report(arguments);
        TraceIndex index = TraceIndex.open(Path.of(arguments.get("--index")), window, console::say);
        List<Integer> numbers = Lookup.persons(index, "--persons", persons);
        report.list("places", List.of("place", "persons", "firstAt", "lastAt"));
        for (PlaceInCommon place : index.engine().placesInCommon(numbers, window, minPersons, QueryLimit.none())) {
            report.row(
                    index.place(place.place()),
                    place.persons(),
                    EpochMinute.toText(place.firstMinute()),
                    EpochMinute.toText(place.lastMinute()));
        }
        report.end();
    }

    static void place(Arguments arguments, Console console) throws IOException {
        Window window = Values.window(arguments);
        String id = arguments.get("--place");
        Report report = console.report(arguments);
        TraceIndex index = TraceIndex.open(Path.of(arguments.get("--index")), window, console::say);
        int number = index.findPlace(id)
                .orElseThrow(
                        () -> new UsageError("--place:索引里没有 '" + id + "'。", "--place: not in the index: '" + id + "'"));
        report.list("visitors", List.of("person", "enter", "leave"));
        for (Stay stay : index.engine().visitors(number, window, QueryLimit.none())) {
            report.row(
                    index.person(stay.person()),
                    EpochMinute.toText(stay.enterMinute()),
                    EpochMinute.toText(stay.leaveMinute()));
        }
        report.end();
    }
}
