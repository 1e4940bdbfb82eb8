package org.bihuan.trace.api;

/**
 * Someone of the first ring.
 *
 * @param person the contact
 * @param minutes minutes shared with the case, summed over places
 * @param encounters maximal shared intervals, counted per place
 * @param firstMinute start of the first shared interval, epoch minute
 * @param lastMinute end of the last shared interval, epoch minute, exclusive
 */
public record Contact(int person, int minutes, int encounters, int firstMinute, int lastMinute) {}
