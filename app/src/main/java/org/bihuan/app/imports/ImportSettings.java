package org.bihuan.app.imports;

import java.nio.file.Path;
import java.time.ZoneId;
import org.bihuan.ledgers.file.FileLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What may be sent, {@code bihuan.imports.*}.
 *
 * @param megabytes largest file; larger ones are refused before they are read
 * @param unpackedMegabytes most that a workbook may unpack to
 */
@ConfigurationProperties("bihuan.imports")
public record ImportSettings(
        @DefaultValue("50") long megabytes,
        @DefaultValue("1024") long unpackedMegabytes) {
    FileLimits limits() {
        return new FileLimits(
                megabytes << 20, unpackedMegabytes << 20, FileLimits.USUAL.textBytes(), FileLimits.USUAL.columns());
    }

    /** Binds the settings, and says where packs and zone are. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ImportSettings.class)
    static class Binding {
        @org.springframework.context.annotation.Bean
        ImportPlace importPlace(Environment environment) {
            String packs =
                    environment.getProperty("bihuan.packs", environment.getProperty("bihuan.home", ".") + "/packs");
            return new ImportPlace(Path.of(packs), ZoneId.of(environment.getRequiredProperty("bihuan.zone")));
        }
    }

    /** Where the wordings of headers lie, and the zone in which times are meant. */
    record ImportPlace(Path packs, ZoneId zone) {}
}
