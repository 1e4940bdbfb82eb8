/** SQL of the import tables. */
@NullMarked
package org.bihuan.app.imports.store;

import org.jspecify.annotations.NullMarked;
