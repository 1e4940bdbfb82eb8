package org.bihuan.app.facts;

/** How many marks wait; ids grow with time, 0 when there is none. */
public record MarkQueue(long length, long oldest, long newest) {}
