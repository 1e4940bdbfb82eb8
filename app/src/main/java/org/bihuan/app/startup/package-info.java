/** How the server says why it does not start: in Chinese and English, with what to do about it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.app.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
