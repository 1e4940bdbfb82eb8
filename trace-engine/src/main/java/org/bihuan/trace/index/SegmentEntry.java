package org.bihuan.trace.index;

import org.bihuan.trace.internal.file.FileMark;

/**
 * A segment file of the index.
 *
 * @param day UTC day
 * @param isLate whether it holds late arrivals that wait to be merged into the day's main segment
 * @param mark the file
 * @param stays united stays in it
 * @param lastLeave epoch minute its last stay ends
 */
record SegmentEntry(int day, boolean isLate, FileMark mark, int stays, int lastLeave) {}
