package org.bihuan.trace.api;

/**
 * A united stay, clipped to the window asked about.
 *
 * @param person who
 * @param place where
 * @param enterMinute epoch minute
 * @param leaveMinute epoch minute, exclusive
 */
public record Stay(int person, int place, int enterMinute, int leaveMinute) {}
