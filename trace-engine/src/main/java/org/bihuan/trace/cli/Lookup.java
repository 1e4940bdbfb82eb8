package org.bihuan.trace.cli;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.trace.index.TraceIndex;

/** Numbers of the ids on the command line. */
final class Lookup {
    private Lookup() {}

    /** All must be known; the unknown ones are named together. */
    static List<Integer> persons(TraceIndex index, String option, List<String> persons) {
        List<Integer> numbers = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : persons) {
            index.findPerson(id).ifPresentOrElse(numbers::add, () -> unknown.add(id));
        }
        if (!unknown.isEmpty()) {
            String ids = String.join("', '", unknown);
            throw new UsageError(option + ":索引里没有 '" + ids + "'。", option + ": not in the index: '" + ids + "'");
        }
        return numbers;
    }
}
