/**
 * {@code ./bihuan bench trace}: one data set into the trace engine, into PostgreSQL and into DuckDB, the same definition in
 * all three, answers compared row by row, times, bytes and ratios printed and saved.
 */
@NullMarked
package org.bihuan.trace.bench;

import org.jspecify.annotations.NullMarked;
