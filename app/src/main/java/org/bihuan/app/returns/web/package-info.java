/** Pages of units, of what they reported and of who is missing. */
@NullMarked
package org.bihuan.app.returns.web;

import org.jspecify.annotations.NullMarked;
