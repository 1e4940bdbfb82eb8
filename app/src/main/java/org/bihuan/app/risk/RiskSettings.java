package org.bihuan.app.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.places.risk.RiskScheme;
import org.bihuan.places.risk.SchemeLevel;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/** The schemes, response levels and kinds of source, {@code risk/schemes.yaml}. Immutable. */
@Component
public class RiskSettings {
    private final Map<String, RiskScheme> schemes = new LinkedHashMap<>();
    private final Map<String, RiskScheme> own = new LinkedHashMap<>();
    private final List<String> responses;
    private final List<String> sources;
    private final Map<Integer, Tile> tiles = new LinkedHashMap<>();

    /** Where a province stands on the tile map. */
    record Tile(int column, int row) {}

    RiskSettings() {
        try (InputStream file = Objects.requireNonNull(RiskSettings.class.getResourceAsStream("/risk/schemes.yaml"))) {
            Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            ((Map<?, ?>) Objects.requireNonNull(document.get("schemes")))
                    .forEach((id, row) -> schemes.put(id.toString(), scheme(id.toString(), (Map<?, ?>) row)));
            ((Map<?, ?>) Objects.requireNonNull(document.get("own")))
                    .forEach((id, row) -> own.put(id.toString(), scheme(id.toString(), (Map<?, ?>) row)));
            responses = texts(document.get("responses"));
            sources = texts(document.get("sources"));
            ((Map<?, ?>) Objects.requireNonNull(document.get("tiles"))).forEach((province, place) -> {
                List<?> at = (List<?>) place;
                tiles.put(
                        ((Number) province).intValue(),
                        new Tile(((Number) at.getFirst()).intValue(), ((Number) at.getLast()).intValue()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The name of a level, of whatever scheme; the level itself where none knows it. */
    Wording name(String scheme, String level) {
        RiskScheme known = own.containsKey(scheme) ? own.get(scheme) : schemes.get(scheme);
        return Optional.ofNullable(known)
                .flatMap(each -> each.find(level))
                .map(each -> new Wording(each.zh(), each.en()))
                .orElse(new Wording(level, level));
    }

    /** The name of a series: of what the city says itself with the kind or code behind it. */
    Wording series(String series) {
        int slash = series.indexOf('/');
        RiskScheme known = own.get(slash < 0 ? series : series.substring(0, slash));
        String rest = slash < 0 ? "" : " " + series.substring(slash + 1);
        return known == null ? new Wording(series, series) : new Wording(known.zh() + rest, known.en() + rest);
    }

    /** In the order of the file; the first is the usual one. */
    public List<RiskScheme> schemes() {
        return List.copyOf(schemes.values());
    }

    /**
     * A scheme by its id.
     *
     * @throws RiskRefused when there is none
     */
    public RiskScheme scheme(String id) {
        RiskScheme scheme = schemes.get(id);
        if (scheme == null) {
            throw new RiskRefused(
                    "没有分级办法「" + id + "」；请从列表中选", "there is no scheme \"" + id + "\": choose one of the list");
        }
        return scheme;
    }

    List<String> responses() {
        return responses;
    }

    List<String> sources() {
        return sources;
    }

    Map<Integer, Tile> tiles() {
        return tiles;
    }
}
