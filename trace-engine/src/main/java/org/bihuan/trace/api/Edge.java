package org.bihuan.trace.api;

/**
 * One shared interval that explains why a person is in a ring.
 *
 * @param person who was exposed
 * @param via who exposed: the case in the first ring, someone of the first ring in the second
 * @param place where
 * @param fromMinute epoch minute
 * @param toMinute epoch minute, exclusive
 */
public record Edge(int person, int via, int place, int fromMinute, int toMinute) {
    /** Length of the shared interval. */
    public int minutes() {
        return toMinute - fromMinute;
    }
}
