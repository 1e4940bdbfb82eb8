package org.bihuan.app.vault;

/**
 * How many data keys there are.
 *
 * @param master number of the master key that wraps them, 0 for those destroyed
 */
public record KeyCount(int master, long keys) {}
