/**
 * The index on disk: open one to ask, open one to append, look at its figures, drop what is past its retention. Ids are
 * strings here and numbers in the engine.
 *
 * <p>Inside: a manifest, dictionaries of ids, a journal of accepted rows and segment files made from it. Every change is
 * written aside, forced to disk and happens by one rename of the manifest; files it does not name are leftovers.
 */
@NullMarked
package org.bihuan.trace.index;

import org.jspecify.annotations.NullMarked;
