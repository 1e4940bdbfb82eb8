/** How quick pages are for people of every role, in a city that is full. */
@NullMarked
package org.bihuan.bench.pages;

import org.jspecify.annotations.NullMarked;
