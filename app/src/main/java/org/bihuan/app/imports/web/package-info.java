/** The import centre. */
@NullMarked
package org.bihuan.app.imports.web;

import org.jspecify.annotations.NullMarked;
