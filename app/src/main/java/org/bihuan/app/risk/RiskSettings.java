package org.bihuan.app.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.exchange.RiskSchemes;
import org.bihuan.places.risk.RiskScheme;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The schemes, response levels and kinds of source, {@code risk/schemes.yaml}. Immutable. */
@Component
public class RiskSettings {
    private final Map<String, RiskScheme> schemes;
    private final Map<String, RiskScheme> own;
    private final List<String> responses;
    private final List<String> sources;
    private final Map<Integer, Tile> tiles = new LinkedHashMap<>();

    /** Where a province stands on the tile map. */
    record Tile(int column, int row) {}

    RiskSettings() {
        Map<?, ?> document = RiskSchemes.file();
        schemes = RiskSchemes.read(document, "schemes");
        own = RiskSchemes.read(document, "own");
        responses = texts(document.get("responses"));
        sources = texts(document.get("sources"));
        ((Map<?, ?>) Objects.requireNonNull(document.get("tiles"))).forEach((province, place) -> {
            List<?> at = (List<?>) place;
            tiles.put(
                    ((Number) province).intValue(),
                    new Tile(((Number) at.getFirst()).intValue(), ((Number) at.getLast()).intValue()));
        });
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
