package org.bihuan.app.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    private final Map<String, After> results = new LinkedHashMap<>();

    VisitRules(@Value("${bihuan.packs:${bihuan.home}/packs}") Path packs) {
        Path file = packs.resolve("visits.yaml");
        try {
            Map<?, ?> root =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            if (!(root.get("results") instanceof Map<?, ?> known)) {
                throw new IllegalArgumentException("results is missing");
            }
            known.forEach((result, row) -> results.put(result.toString(), After.of((Map<?, ?>) row)));
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

    /**
     * What follows a result.
     *
     * @param again after how long it is tried again; empty when nobody knows without being told
     * @param asks whether the next attempt has to be told
     * @param handsOver whether the duty goes where the person has moved
     */
    record After(Optional<Duration> again, boolean asks, boolean handsOver) {
        static After of(Map<?, ?> row) {
            Object again = row.get("again");
            return new After(
                    Optional.ofNullable(again).map(text -> Duration.parse(text.toString())),
                    Boolean.TRUE.equals(row.get("ask")),
                    Boolean.TRUE.equals(row.get("hand-over")));
        }

        /** When to try again: while the duty can still be done in time, else as soon as that. */
        Optional<Instant> next(Instant tried, Instant dueAt) {
            return again.map(tried::plus).map(next -> dueAt.isAfter(tried) && next.isAfter(dueAt) ? dueAt : next);
        }
    }

    /** What follows; nothing is known of results that the file does not name. */
    After after(String result) {
        return results.getOrDefault(result, new After(Optional.empty(), false, false));
    }
}
