package org.bihuan.city.movement;

import java.util.List;

/** Who met whom: a trace engine, or a plain search. */
@FunctionalInterface
public interface Meetings {
    /** Everyone who shared at least a minute with the person in [fromMinute, toMinute), in a fixed order. */
    List<Meeting> of(int person, int fromMinute, int toMinute);
}
