/**
 * What tests of every module share: the clauses they prove, where a scenario of a pack cannot, and the seeds of random
 * tests. Used by tests only.
 */
@NullMarked
package org.bihuan.proof;

import org.jspecify.annotations.NullMarked;
