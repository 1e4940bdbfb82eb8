/** The searches over day segments: first ring, second ring, places in common, visitors of a place. */
@NullMarked
package org.bihuan.trace.internal.query;

import org.jspecify.annotations.NullMarked;
