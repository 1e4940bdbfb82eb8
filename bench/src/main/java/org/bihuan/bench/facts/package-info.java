/** How many facts are recorded a second, of ordinary and of bulk kinds. */
@NullMarked
package org.bihuan.bench.facts;

import org.jspecify.annotations.NullMarked;
