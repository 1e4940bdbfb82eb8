/** Speed of one decision table, ours and Apache KIE's side by side on the same inputs with equal answers. */
@NullMarked
package org.bihuan.bench.table;

import org.jspecify.annotations.NullMarked;
