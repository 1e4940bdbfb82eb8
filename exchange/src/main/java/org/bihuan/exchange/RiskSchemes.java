package org.bihuan.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.places.risk.RiskScheme;
import org.bihuan.places.risk.SchemeLevel;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** How places are graded, {@code risk/schemes.yaml}. */
public final class RiskSchemes {
    private RiskSchemes() {}

    /** The whole file. */
    public static Map<?, ?> file() {
        try (InputStream file = Objects.requireNonNull(RiskSchemes.class.getResourceAsStream("/risk/schemes.yaml"))) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The schemes under a key of the file, by id, in its order.
     *
     * @param key {@code schemes} for lists, {@code own} for what a city says itself
     */
    public static Map<String, RiskScheme> read(Map<?, ?> file, String key) {
        Map<String, RiskScheme> schemes = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(file.get(key)))
                .forEach((id, row) -> schemes.put(id.toString(), scheme(id.toString(), (Map<?, ?>) row)));
        return schemes;
    }

    private static RiskScheme scheme(String id, Map<?, ?> row) {
        List<SchemeLevel> levels = new ArrayList<>();
        for (Object each : (List<?>) Objects.requireNonNull(row.get("levels"))) {
            Map<?, ?> level = (Map<?, ?>) each;
            levels.add(new SchemeLevel(
                    text(level, "id"),
                    text(level, "zh"),
                    text(level, "en"),
                    !Boolean.FALSE.equals(level.get("listed"))));
        }
        return new RiskScheme(
                id, text(row, "zh"), text(row, "en"), levels, text(row, "otherwise"), texts(row.get("units")));
    }

    private static String text(Map<?, ?> row, String name) {
        return Objects.requireNonNull(row.get(name), name).toString();
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Object::toString).toList();
    }
}
