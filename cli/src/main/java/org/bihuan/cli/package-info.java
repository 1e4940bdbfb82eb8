/** The command line of the pure engines. Standard output carries only the answer; everything else goes to standard error. */
@NullMarked
package org.bihuan.cli;

import org.jspecify.annotations.NullMarked;
