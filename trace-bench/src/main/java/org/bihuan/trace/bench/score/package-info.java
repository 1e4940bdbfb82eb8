/** What tracing is worth: an epidemic spreads along the stays of a made-up city, tracing is scored on what was recorded. */
@NullMarked
package org.bihuan.trace.bench.score;

import org.jspecify.annotations.NullMarked;
