/** The briefing as a page, on paper, as a Word file and as text for a chat. */
@NullMarked
package org.bihuan.app.briefing.web;

import org.jspecify.annotations.NullMarked;
