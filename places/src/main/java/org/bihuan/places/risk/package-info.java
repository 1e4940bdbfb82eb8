/** Lists of risk areas: what they say, what changed, and which level a place had when. Pure. */
@NullMarked
package org.bihuan.places.risk;

import org.jspecify.annotations.NullMarked;
