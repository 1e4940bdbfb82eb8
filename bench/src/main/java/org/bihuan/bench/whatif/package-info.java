/** How fast a draft order is asked about a whole population. */
@NullMarked
package org.bihuan.bench.whatif;

import org.jspecify.annotations.NullMarked;
