/**
 * The index on disk: manifest, dictionaries of ids, journal of accepted rows and segment files. Every change is written
 * aside, forced to disk and made visible by one rename of the manifest.
 */
@NullMarked
package org.bihuan.trace.internal.store;

import org.jspecify.annotations.NullMarked;
