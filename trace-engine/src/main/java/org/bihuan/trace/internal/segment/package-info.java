/**
 * Day segments: one UTC day's stays in two orders, by person and time and by place and time, in packed arrays that never
 * change once built.
 */
@NullMarked
package org.bihuan.trace.internal.segment;

import org.jspecify.annotations.NullMarked;
