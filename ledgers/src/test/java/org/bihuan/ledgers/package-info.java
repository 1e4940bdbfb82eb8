/** Ledgers as offices really send them: each nasty file is made by the test that needs it. */
@NullMarked
package org.bihuan.ledgers;

import org.jspecify.annotations.NullMarked;
