/** Shared values every module may use: division codes, time ranges, results. Pure Java, at most 30 types. */
@NullMarked
package org.bihuan.kernel;

import org.jspecify.annotations.NullMarked;
