/**
 * The one place that reads the time. Everything else is given a {@link java.time.Clock} or an instant. A demonstration
 * or a drill has a {@link org.bihuan.app.clock.TimeMachine}; both kinds of clock never go back, not even over a
 * restart.
 */
@ApplicationModule(allowedDependencies = {"startup"})
@NullMarked
package org.bihuan.app.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
