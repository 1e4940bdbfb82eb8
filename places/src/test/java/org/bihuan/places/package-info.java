@NullMarked
package org.bihuan.places;

import org.jspecify.annotations.NullMarked;
