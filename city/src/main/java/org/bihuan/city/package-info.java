/**
 * A seeded synthetic city with real place names: residents, households, schools, travellers and a school outbreak, as
 * traveller CSV and as facts. The same settings give the same bytes. Depends on the kernel alone; knows no policy.
 */
@NullMarked
package org.bihuan.city;

import org.jspecify.annotations.NullMarked;
