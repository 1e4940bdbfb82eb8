package org.bihuan.app.operations;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long the oldest of a queue has waited in real time, although nothing in the queue says when it came: its place in
 * the order tells, since every look keeps the newest place there was. Wrong by at most the time between two looks; what
 * waited before the first look counts from that. Pure; not thread-safe.
 */
final class WaitingAge {
    private static final int MOST = 2_000;

    private record Look(long place, Duration at) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    /**
     * Keeps a look.
     *
     * @param newest the newest place there was then, never smaller than before
     * @param at real time since any fixed moment
     */
    void keep(long newest, Duration at) {
        if (looks.isEmpty() || newest > looks.getLast().place()) {
            looks.addLast(new Look(newest, at));
            if (looks.size() > MOST) {
                looks.removeFirst();
            }
        }
    }

    /** How long a place has waited: since the first look that saw it or a later one. */
    Duration of(long oldest, Duration now) {
        while (looks.size() > 1 && looks.getFirst().place() < oldest) {
            looks.removeFirst(); // nothing as old as that is ever asked for again
        }
        Look first = looks.peekFirst();
        return first == null || first.place() < oldest ? Duration.ZERO : now.minus(first.at());
    }
}
