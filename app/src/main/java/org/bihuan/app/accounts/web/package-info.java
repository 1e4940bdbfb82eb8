/** Pages of the log-in, of one's own account, and of accounts for administrators. */
@NullMarked
package org.bihuan.app.accounts.web;

import org.jspecify.annotations.NullMarked;
