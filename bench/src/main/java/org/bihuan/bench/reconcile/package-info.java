/** Speed of the reconcile path, with answers compared. */
@NullMarked
package org.bihuan.bench.reconcile;

import org.jspecify.annotations.NullMarked;
