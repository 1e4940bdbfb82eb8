/** Fills forms: workbooks with names of fields in braces. */
@NullMarked
package org.bihuan.ledgers.template;

import org.jspecify.annotations.NullMarked;
