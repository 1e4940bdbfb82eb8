/** How a row differs from what the sender said before, and which facts say so. Pure. */
@NullMarked
package org.bihuan.app.imports.domain;

import org.jspecify.annotations.NullMarked;
