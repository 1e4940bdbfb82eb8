/** What a briefing is made of, and when it is frozen. Pure. */
@NullMarked
package org.bihuan.app.briefing.domain;

import org.jspecify.annotations.NullMarked;
