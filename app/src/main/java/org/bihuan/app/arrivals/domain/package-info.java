/** What an arrival has come through, worked out from facts and the decision. Pure. */
@NullMarked
package org.bihuan.app.arrivals.domain;

import org.jspecify.annotations.NullMarked;
