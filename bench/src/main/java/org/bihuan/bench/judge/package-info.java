/** Speed of the judge path, with answers compared. */
@NullMarked
package org.bihuan.bench.judge;

import org.jspecify.annotations.NullMarked;
