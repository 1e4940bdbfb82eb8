package org.bihuan.trace.api;

/**
 * A place several of the people asked about visited in the window, together or not.
 *
 * @param place where
 * @param persons how many of them
 * @param firstMinute first minute one of them was there
 * @param lastMinute end of the last of their stays, exclusive
 */
public record PlaceInCommon(int place, int persons, int firstMinute, int lastMinute) {}
