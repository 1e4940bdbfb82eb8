/** What happened: immutable facts, their subjects, and which of them stand after corrections and retractions. */
@NullMarked
package org.bihuan.policy.fact;

import org.jspecify.annotations.NullMarked;
