/** Entry point of the speed tests. */
@NullMarked
package org.bihuan.bench;

import org.jspecify.annotations.NullMarked;
