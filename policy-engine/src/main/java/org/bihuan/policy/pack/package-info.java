/** An order or plan as data, parsed and bound to parameter values: manifest, parameters, features, tables, measures, duties. */
@NullMarked
package org.bihuan.policy.pack;

import org.jspecify.annotations.NullMarked;
