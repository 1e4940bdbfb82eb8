/** The command line an epidemiologist runs on a CSV: index, ring, common, place, stats and the care of the index. */
@NullMarked
package org.bihuan.trace.cli;

import org.jspecify.annotations.NullMarked;
