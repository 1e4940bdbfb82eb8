/** Tests of the pack format. */
@NullMarked
package org.bihuan.policy.format;

import org.jspecify.annotations.NullMarked;
