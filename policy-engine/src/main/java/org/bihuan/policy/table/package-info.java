/**
 * Decision tables: one DMN file, one table, cells in a whitelist of S-FEEL unary tests. Read ({@link
 * org.bihuan.policy.table.DmnReader}), checked for gaps and overlaps ({@link org.bihuan.policy.table.TableCheck}),
 * compiled to row masks with the parameters bound ({@link org.bihuan.policy.table.CompiledTable}). A cell can compare
 * an input with literals and parameters and can do nothing else, so a policy file cannot run code. Depends on
 * {@code java.*} alone, and on StAX inside the reader.
 */
@NullMarked
package org.bihuan.policy.table;

import org.jspecify.annotations.NullMarked;
