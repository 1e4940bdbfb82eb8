/** What the trace engine asks of those who hold the visits: the rows of a day, to build its segment or build it again. */
@NullMarked
package org.bihuan.trace.spi;

import org.jspecify.annotations.NullMarked;
