/** Reads cells as people write them: dates of every form, telephones, document numbers, places, choices. */
@NullMarked
package org.bihuan.ledgers.value;

import org.jspecify.annotations.NullMarked;
