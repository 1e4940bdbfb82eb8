package org.bihuan.app.residents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.app.startup.StartupRefused;
import org.bihuan.policy.pack.Wording;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What {@code packs/appeals.yaml} says: grounds with their hours, outcomes, the help line. Immutable. */
@Component
class AppealRules {
    private final String helpLine;
    private final int reconsiderationDays;
    private final Map<String, Ground> grounds = new LinkedHashMap<>();
    private final Map<String, Wording> outcomes = new LinkedHashMap<>();
    private final SuspensionRules suspension;

    AppealRules(@Value("${bihuan.packs:${bihuan.home}/packs}") Path packs) {
        Path file = packs.resolve("appeals.yaml");
        try {
            Map<?, ?> root =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            helpLine = text(root, "helpLine");
            reconsiderationDays = number(root, "reconsiderationDays");
            part(root, "grounds")
                    .forEach((key, row) -> grounds.put(
                            key.toString(), new Ground(wording((Map<?, ?>) row), number((Map<?, ?>) row, "hours"))));
            suspension = SuspensionRules.of(part(root, "suspension"));
            part(root, "outcomes").forEach((key, row) -> outcomes.put(key.toString(), wording((Map<?, ?>) row)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (RuntimeException e) {
            throw new StartupRefused(
                    "appeals",
                    "申诉的时限和说法不能用：" + e.getMessage() + "。请改正 " + file + "。",
                    "What is said of appeals cannot be used: " + e.getMessage() + ". Mend " + file + ".",
                    e);
        }
    }

    /**
     * A ground on which somebody appeals.
     *
     * @param hours in which it is answered
     */
    record Ground(Wording wording, int hours) {
        Duration time() {
            return Duration.ofHours(hours);
        }
    }

    /** Telephone at which a human answers at once. */
    String helpLine() {
        return helpLine;
    }

    /** Days in which one may ask for reconsideration, from the day on which one was told. */
    int reconsiderationDays() {
        return reconsiderationDays;
    }

    Map<String, Ground> grounds() {
        return grounds;
    }

    Map<String, Wording> outcomes() {
        return outcomes;
    }

    /** When and by whom a measure may be suspended. */
    SuspensionRules suspension() {
        return suspension;
    }

    static Map<?, ?> part(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Map<?, ?> part && !part.isEmpty()) {
            return part;
        }
        throw new IllegalArgumentException(key + " is missing");
    }

    static Wording wording(Map<?, ?> row) {
        return new Wording(text(row, "zh"), text(row, "en"));
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(key + " is missing");
    }

    static int number(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Integer number && number > 0) {
            return number;
        }
        throw new IllegalArgumentException(key + " is no number above 0");
    }
}
