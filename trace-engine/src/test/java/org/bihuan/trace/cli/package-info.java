/** Tests of the command line. */
@NullMarked
package org.bihuan.trace.cli;

import org.jspecify.annotations.NullMarked;
