/** The laws of the machine that need no database, on random histories. */
@NullMarked
package org.bihuan.policy.laws;

import org.jspecify.annotations.NullMarked;
