/** Reads packs, vocabularies and fact catalogues from YAML and DMN files, and checks them. The only place that knows file formats. */
@NullMarked
package org.bihuan.policy.format;

import org.jspecify.annotations.NullMarked;
