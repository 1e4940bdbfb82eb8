/** Tests of decisions. */
@NullMarked
package org.bihuan.policy.decide;

import org.jspecify.annotations.NullMarked;
