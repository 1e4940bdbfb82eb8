/** The pure judge: dossier, policies and now in; a timeline of measures, duties and reasons out. */
@NullMarked
package org.bihuan.policy.decide;

import org.jspecify.annotations.NullMarked;
