/** Tests of the index on disk. */
@NullMarked
package org.bihuan.trace.index;

import org.jspecify.annotations.NullMarked;
