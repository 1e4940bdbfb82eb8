/** Ties tests to the clauses they prove, where a scenario of a pack cannot. Used by tests only. */
@NullMarked
package org.bihuan.proof;

import org.jspecify.annotations.NullMarked;
