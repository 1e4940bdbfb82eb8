/** Tests of times and limits. */
@NullMarked
package org.bihuan.trace.api;

import org.jspecify.annotations.NullMarked;
