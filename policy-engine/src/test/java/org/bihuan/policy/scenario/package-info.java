/** Runs what the packs promise. */
@NullMarked
package org.bihuan.policy.scenario;

import org.jspecify.annotations.NullMarked;
