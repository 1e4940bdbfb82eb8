package org.bihuan.app.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be done at once, {@code bihuan.bulk.*}.
 *
 * @param most duties of one action
 * @param undo how long it can be taken back as a whole
 */
@ConfigurationProperties("bihuan.bulk")
record BulkSettings(
        @DefaultValue("20000") int most, @DefaultValue("2h") Duration undo) {}
