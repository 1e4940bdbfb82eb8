package org.bihuan.trace.api;

/**
 * Someone of the second ring.
 *
 * @param person the contact
 * @param viaCount people of the first ring with each of whom the contact shared enough time
 * @param firstExposedMinute earliest shared start over those people, epoch minute
 */
public record SecondContact(int person, int viaCount, int firstExposedMinute) {}
