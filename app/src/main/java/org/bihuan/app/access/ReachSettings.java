package org.bihuan.app.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may reach the server, {@code bihuan.access.*}.
 *
 * @param names host names that it is reached by, besides those of this machine
 * @param trustedProxies addresses or networks of proxies that end TLS before it and say whom they speak for
 * @param requestsPerSecond how many requests one address may make in the long run
 * @param burst how many it may make at once
 */
@ConfigurationProperties("bihuan.access")
record ReachSettings(
        @DefaultValue List<String> names,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("50") double requestsPerSecond,
        @DefaultValue("500") double burst) {
    ReachSettings {
        names = List.copyOf(names);
        trustedProxies = List.copyOf(trustedProxies);
    }
}
