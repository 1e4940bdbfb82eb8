package org.bihuan.app.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code bihuan.identity.*}.
 *
 * @param guardianBelowYears whoever is younger is registered with a guardian only
 */
@ConfigurationProperties("bihuan.identity")
record IdentitySettings(int guardianBelowYears) {}
