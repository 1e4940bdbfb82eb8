/**
 * Who may do what, and where: roles as data, what each address needs, who is asking at this moment, and what they may
 * see. Everybody may look this up; it reads nobody.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.app.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
