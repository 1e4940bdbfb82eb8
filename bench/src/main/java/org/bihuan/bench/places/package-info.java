/** How fast places are found, and how fast lists of risk areas are taken in and asked. */
@NullMarked
package org.bihuan.bench.places;

import org.jspecify.annotations.NullMarked;
