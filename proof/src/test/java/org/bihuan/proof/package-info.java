/** Tests of the notes on clauses. */
@NullMarked
package org.bihuan.proof;

import org.jspecify.annotations.NullMarked;
