/** Tests of the trace engine: the slow obvious twin, seeded random worlds, hand-worked cases, damage and kill -9. */
@NullMarked
package org.bihuan.trace;

import org.jspecify.annotations.NullMarked;
