package org.bihuan.trace.cli;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.trace.index.TraceIndex;

/** Numbers of the ids on the command line. */
final class Lookup {
    private Lookup() {}

    /** All must be known; the unknown ones are named together. */
    static List<Integer> persons(TraceIndex index, String option, List<String> ids) {
        List<Integer> numbers = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            index.findPerson(id).ifPresentOrElse(numbers::add, () -> unknown.add(id));
        }
        if (!unknown.isEmpty()) {
            throw new UsageError(option + ": not in the index: '" + String.join("', '", unknown) + "'");
        }
        return numbers;
    }
}
