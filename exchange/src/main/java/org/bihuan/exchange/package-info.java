/** Facts and decisions in JSON, the same on the command line and over HTTP. */
@NullMarked
package org.bihuan.exchange;

import org.jspecify.annotations.NullMarked;
