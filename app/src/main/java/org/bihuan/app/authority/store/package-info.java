/** Says to the database how far somebody sees, and whose responsibility subjects are. */
@NullMarked
package org.bihuan.app.authority.store;

import org.jspecify.annotations.NullMarked;
