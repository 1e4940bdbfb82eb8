/** Decides for many subjects at once from their facts: merges, related subjects and signals between them, in memory. */
@NullMarked
package org.bihuan.policy.population;

import org.jspecify.annotations.NullMarked;
