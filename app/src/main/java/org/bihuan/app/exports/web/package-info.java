/** Asking for a list, approving it, and the file. */
@NullMarked
package org.bihuan.app.exports.web;

import org.jspecify.annotations.NullMarked;
