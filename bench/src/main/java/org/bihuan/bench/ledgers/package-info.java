/** How fast ledgers come in and lists go out. */
@NullMarked
package org.bihuan.bench.ledgers;

import org.jspecify.annotations.NullMarked;
