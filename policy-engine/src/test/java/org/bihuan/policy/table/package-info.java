/** Tests of the decision tables, with Apache KIE as oracle. */
@NullMarked
package org.bihuan.policy.table;

import org.jspecify.annotations.NullMarked;
