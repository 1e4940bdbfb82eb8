/**
 * Who people are: found by document, telephone or name, registered once, merged only on a document, parted again,
 * forgotten with a certificate. Every answer that names somebody is written down first.
 */
@ApplicationModule(allowedDependencies = {"audit", "authority", "facts", "rules"})
@NullMarked
package org.bihuan.app.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
