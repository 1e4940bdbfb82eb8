/** Files as they come: Excel of both kinds and CSV in any of the usual encodings, read row by row within limits. Formulas are never computed and macros never opened. */
@NullMarked
package org.bihuan.ledgers.file;

import org.jspecify.annotations.NullMarked;
