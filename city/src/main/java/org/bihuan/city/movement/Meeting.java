package org.bihuan.city.movement;

/**
 * What two people shared.
 *
 * @param person the other one
 * @param minutes together, summed over places
 * @param firstMinute epoch minute at which the earliest shared interval begins
 * @param lastMinute epoch minute at which the latest one ends
 */
public record Meeting(int person, int minutes, int firstMinute, int lastMinute) {}
