package org.bihuan.trace.bench.score;

/**
 * How well tracing did at one threshold, over many cases.
 *
 * @param minOverlapMinutes the threshold
 * @param foundByFirst share of the people the cases infected who are in their first rings
 * @param disturbedByFirst people in a first ring, on average
 * @param foundBySecond share of the people infected by the cases and by those in turn who are in the first or second ring
 * @param disturbedBySecond people in both rings, on average
 */
record TracingScore(
        int minOverlapMinutes,
        double foundByFirst,
        double disturbedByFirst,
        double foundBySecond,
        double disturbedBySecond) {}
