/** Tests of folding. */
@NullMarked
package org.bihuan.policy.episode;

import org.jspecify.annotations.NullMarked;
