package org.bihuan.app.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.startup.StartupRefused;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What follows a visit that came to nothing, as {@code packs/visits.yaml} says. Immutable. */
@Component
class VisitRules {
    private final Map<String, AfterVisit> results = new LinkedHashMap<>();

    VisitRules(@Value("${bihuan.packs:${bihuan.home}/packs}") Path packs) {
        Path file = packs.resolve("visits.yaml");
        try {
            Map<?, ?> root =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            if (!(root.get("results") instanceof Map<?, ?> known)) {
                throw new IllegalArgumentException("results is missing");
            }
            known.forEach((result, row) -> results.put(result.toString(), AfterVisit.of((Map<?, ?>) row)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (RuntimeException e) {
            throw new StartupRefused(
                    "visits",
                    "走访结果的规则不能用：" + e.getMessage() + "。请改正 " + file + "。",
                    "What follows a visit cannot be used: " + e.getMessage() + ". Mend " + file + ".",
                    e);
        }
    }

    /** What follows; nothing is known of results that the file does not name. */
    AfterVisit after(String result) {
        return results.getOrDefault(result, new AfterVisit(Optional.empty(), false, false));
    }
}
