/** The page where destruction is asked for and agreed to. */
@NullMarked
package org.bihuan.app.destruction.web;

import org.jspecify.annotations.NullMarked;
