/** What the tests of the policy engine share. */
@NullMarked
package org.bihuan.policy;

import org.jspecify.annotations.NullMarked;
