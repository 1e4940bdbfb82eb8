/** What a return is, and how one stands at a moment. Pure. */
@NullMarked
package org.bihuan.app.returns.domain;

import org.jspecify.annotations.NullMarked;
