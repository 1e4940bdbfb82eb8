@NullMarked
package org.bihuan.places.risk;

import org.jspecify.annotations.NullMarked;
