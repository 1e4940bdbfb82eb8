/** Orders and their versions, dry runs, approvals and re-judgements, as pages. */
@NullMarked
package org.bihuan.app.orders.web;

import org.jspecify.annotations.NullMarked;
