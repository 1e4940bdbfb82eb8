/** Tests of day segments against plain loops. */
@NullMarked
package org.bihuan.trace.internal.segment;

import org.jspecify.annotations.NullMarked;
