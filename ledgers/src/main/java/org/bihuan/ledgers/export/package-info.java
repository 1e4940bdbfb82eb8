/** Writes lists as Excel or CSV in constant memory, safe to open, and marked with who took them and why. */
@NullMarked
package org.bihuan.ledgers.export;

import org.jspecify.annotations.NullMarked;
