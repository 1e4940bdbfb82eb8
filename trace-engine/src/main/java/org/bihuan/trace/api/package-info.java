/**
 * What callers of the trace engine see: requests, answers, limits and the {@link org.bihuan.trace.api.TraceEngine}
 * itself. People and places are numbers here; the index on disk turns them into the caller's strings and back. Times
 * are whole minutes since 1970-01-01T00:00Z, intervals are half open. The definition lies in the module's README.
 */
@NullMarked
package org.bihuan.trace.api;

import org.jspecify.annotations.NullMarked;
