/**
 * What all pages share: the shell around them, language, texts, assets and the error page. Other modules write JTE
 * templates that take a {@link org.bihuan.app.site.Page} and are shown by returning the template's name from a
 * controller.
 */
@ApplicationModule(allowedDependencies = {"clock", "authority"})
@NullMarked
package org.bihuan.app.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
