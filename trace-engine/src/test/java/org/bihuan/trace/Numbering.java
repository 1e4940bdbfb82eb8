package org.bihuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bihuan.trace.api.IdOrder;

/** Numbers for ids in the order of their first sight, as the index gives them out. */
public final class Numbering {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    int numberOf(String id) {
        return numbers.computeIfAbsent(id, fresh -> {
            ids.add(fresh);
            return ids.size() - 1;
        });
    }

    /** The number, or -1. */
    int find(String id) {
        return numbers.getOrDefault(id, -1);
    }

    String id(int number) {
        return ids.get(number);
    }

    IdOrder order() {
        return IdOrder.ofSorted(IntStream.range(0, ids.size())
                .boxed()
                .sorted((a, b) -> ObviousTrace.BYTES.compare(ids.get(a), ids.get(b)))
                .mapToInt(Integer::intValue)
                .toArray());
    }
}
