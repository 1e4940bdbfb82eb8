/** Pages of directives. */
@NullMarked
package org.bihuan.app.directives.web;

import org.jspecify.annotations.NullMarked;
