package org.bihuan.app.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long log-ins last, {@code bihuan.sessions.*}.
 *
 * @param idle unused for so long, a session ends
 * @param longest however much it is used, it ends after this
 * @param most sessions of one account at once; a further one ends the oldest
 */
@ConfigurationProperties("bihuan.sessions")
record SessionSettings(
        @DefaultValue("PT30M") Duration idle,
        @DefaultValue("PT12H") Duration longest,
        @DefaultValue("3") int most) {
    /** Between password and code. */
    static final Duration FOR_CODE = Duration.ofMinutes(5);
}
