/** Which level published lists, response levels and flagged sources give a place, as values that a decision reads: step by step in time, nothing else. */
@NullMarked
package org.bihuan.policy.level;

import org.jspecify.annotations.NullMarked;
