/** The page of the duty desk's roster, log and handovers. */
@NullMarked
package org.bihuan.app.shifts.web;

import org.jspecify.annotations.NullMarked;
