/** Folds facts about one happening into one episode, on which clocks and duties hang. */
@NullMarked
package org.bihuan.policy.episode;

import org.jspecify.annotations.NullMarked;
