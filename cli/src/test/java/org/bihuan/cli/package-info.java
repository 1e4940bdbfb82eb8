/** The command line as a caller sees it: arguments and standard input in, standard output and exit code out. */
@NullMarked
package org.bihuan.cli;

import org.jspecify.annotations.NullMarked;
