/** How fast a change of an order reaches everybody whom it concerns. */
@NullMarked
package org.bihuan.bench.sweep;

import org.jspecify.annotations.NullMarked;
