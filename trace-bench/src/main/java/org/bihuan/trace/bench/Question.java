package org.bihuan.trace.bench;

/**
 * What is asked of everyone.
 *
 * @param from epoch minute
 * @param to epoch minute, exclusive
 * @param minOverlap minutes
 * @param longest length of the longest stay in the data: rivals may use it as their look-back
 */
record Question(int from, int to, int minOverlap, int longest) {}
