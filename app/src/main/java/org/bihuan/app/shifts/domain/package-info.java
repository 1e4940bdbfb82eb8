/** What a roster lacks. Pure. */
@NullMarked
package org.bihuan.app.shifts.domain;

import org.jspecify.annotations.NullMarked;
