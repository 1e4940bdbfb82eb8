/**
 * A made-up city that moves: daily rhythms of workers, pupils and the retired at homes, workplaces, classes, markets and
 * vehicles, from a thousand to ten million people, streamed from a seed without keeping anyone in memory; and an epidemic
 * that spreads along their stays, by which tracing is scored.
 */
@NullMarked
package org.bihuan.trace.city;

import org.jspecify.annotations.NullMarked;
