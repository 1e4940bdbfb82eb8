/** Given/when/then scenarios that every pack carries, and their runner. */
@NullMarked
package org.bihuan.policy.scenario;

import org.jspecify.annotations.NullMarked;
