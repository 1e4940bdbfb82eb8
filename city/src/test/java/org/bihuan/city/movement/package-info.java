/** Tests of how the city moves. */
@NullMarked
package org.bihuan.city.movement;

import org.jspecify.annotations.NullMarked;
