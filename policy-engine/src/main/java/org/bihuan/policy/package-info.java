/**
 * The policy engine: what an order or plan demands of a subject, and when. Values and {@code now} in, decision out; no
 * clock, SQL, framework or JSON inside.
 */
@NullMarked
package org.bihuan.policy;

import org.jspecify.annotations.NullMarked;
