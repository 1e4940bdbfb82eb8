/** Places by id, and finding them by any fragment of their names. Pure. */
@NullMarked
package org.bihuan.places;

import org.jspecify.annotations.NullMarked;
