/** Tests of facts and corrections. */
@NullMarked
package org.bihuan.policy.fact;

import org.jspecify.annotations.NullMarked;
