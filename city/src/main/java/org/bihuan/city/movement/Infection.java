package org.bihuan.city.movement;

/**
 * One infection of the made-up epidemic.
 *
 * @param person who
 * @param infector by whom; -1 for those it began with
 * @param minute epoch minute
 */
public record Infection(int person, int infector, int minute) {}
