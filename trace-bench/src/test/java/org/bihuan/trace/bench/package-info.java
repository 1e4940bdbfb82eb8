/** Tests of the speed test. */
@NullMarked
package org.bihuan.trace.bench;

import org.jspecify.annotations.NullMarked;
