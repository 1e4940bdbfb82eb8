/** Finds the header of a sheet below its titles and says which column means what. */
@NullMarked
package org.bihuan.ledgers.header;

import org.jspecify.annotations.NullMarked;
