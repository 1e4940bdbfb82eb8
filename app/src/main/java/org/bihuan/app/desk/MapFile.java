package org.bihuan.app.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outlines of divisions out of an operator's GeoJSON, by the code in their properties. */
final class MapFile {
    private static final List<String> CODES = List.of("code", "adcode", "ADCODE", "gb", "区划代码");
    private static final int DIGITS = 12;

    private MapFile() {}

    /** A closed line of points: longitude and latitude in degrees. */
    record Ring(List<double[]> points) {}

    /** @throws IllegalArgumentException when the file cannot be read as a FeatureCollection of divisions */
    static Map<DivisionCode, List<Ring>> read(Path file) {
        try {
            Map<DivisionCode, List<Ring>> outlines = new HashMap<>();
            for (JsonNode feature :
                    JsonMapper.shared().readTree(Files.readAllBytes(file)).path("features")) {
                code(feature.path("properties"))
                        .ifPresent(code -> outlines.computeIfAbsent(code, _ -> new ArrayList<>())
                                .addAll(rings(feature.path("geometry"))));
            }
            if (outlines.isEmpty()) {
                throw wrong(file, null);
            }
            return outlines;
        } catch (JacksonException | java.io.IOException e) {
            throw wrong(file, e);
        }
    }

    private static IllegalArgumentException wrong(Path file, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "bihuan.map \"" + file
                        + "\" must be a GeoJSON FeatureCollection whose features have a division's code as"
                        + " one of the properties " + CODES + ": name another file, or leave it out for a map of tiles",
                cause);
    }

    private static Optional<DivisionCode> code(JsonNode properties) {
        return CODES.stream()
                .map(name -> properties.path(name).asString(""))
                .filter(value -> value.matches("[1-9][0-9]{5,11}"))
                .map(value -> value + "0".repeat(DIGITS - value.length()))
                .findFirst()
                .flatMap(DivisionCode::parse);
    }

    private static List<Ring> rings(JsonNode geometry) {
        List<Ring> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> geometry.path("coordinates").forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" ->
                geometry.path("coordinates").forEach(part -> part.forEach(ring -> rings.add(ring(ring))));
            default -> {} // points and lines are not outlines
        }
        return rings;
    }

    private static Ring ring(JsonNode ring) {
        List<double[]> points = new ArrayList<>();
        ring.forEach(point ->
                points.add(new double[] {point.path(0).asDouble(), point.path(1).asDouble()}));
        return new Ring(points);
    }
}
