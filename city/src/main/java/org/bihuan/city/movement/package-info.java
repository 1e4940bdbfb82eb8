/**
 * How a made-up city moves: daily rhythms of workers, pupils and the retired at homes, workplaces, classes, markets and
 * vehicles, from a thousand to ten million people, streamed from a seed without keeping anyone in memory; and an epidemic
 * that spreads along their stays. People and places are numbers; nothing here knows names, facts or the trace engine.
 */
@NullMarked
package org.bihuan.city.movement;

import org.jspecify.annotations.NullMarked;
