/**
 * The server: one deployable, a package for each capability. The base package of a capability is its API, what lies
 * below is its own affair.
 */
@NullMarked
package org.bihuan.app;

import org.jspecify.annotations.NullMarked;
