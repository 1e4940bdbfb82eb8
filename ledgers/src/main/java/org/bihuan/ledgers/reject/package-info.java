/** Writes refused rows back in the sender's own layout, with the reason in a column of its own. */
@NullMarked
package org.bihuan.ledgers.reject;

import org.jspecify.annotations.NullMarked;
