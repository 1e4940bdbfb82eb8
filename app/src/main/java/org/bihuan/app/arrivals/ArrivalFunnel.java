package org.bihuan.app.arrivals;

import java.util.Map;

/**
 * How far the arrivals of a division and a time have come; each figure is the length of the list that {@link Arrivals#list}
 * gives for the same question.
 *
 * @param query which arrivals
 * @param all how many they are
 * @param reached how many have come through each step
 * @param waiting how many have not and should
 * @param lost how many of those should have by now
 * @param remarked how many are late, never declared, in doubt, hidden
 */
public record ArrivalFunnel(
        ArrivalQuery query,
        long all,
        Map<ArrivalStep, Long> reached,
        Map<ArrivalStep, Long> waiting,
        Map<ArrivalStep, Long> lost,
        Map<String, Long> remarked) {
    public ArrivalFunnel {
        reached = Map.copyOf(reached);
        waiting = Map.copyOf(waiting);
        lost = Map.copyOf(lost);
        remarked = Map.copyOf(remarked);
    }

    /** The figure of a step. */
    public long count(ArrivalStep step, ArrivalSide side) {
        return switch (side) {
            case REACHED -> reached.getOrDefault(step, 0L);
            case WAITING -> waiting.getOrDefault(step, 0L);
            case LOST -> lost.getOrDefault(step, 0L);
        };
    }
}
