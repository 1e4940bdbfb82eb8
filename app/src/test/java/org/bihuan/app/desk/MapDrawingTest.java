package org.bihuan.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.site.Bar;
import org.bihuan.app.site.Outline;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlines out of an operator's file, in the box that the page has for them. */
class MapDrawingTest {
    private static final DivisionCode WEST = DivisionCode.of("210303000000");
    private static final DivisionCode EAST = DivisionCode.of("210302000000");
    private static final DivisionCode SOUTH = DivisionCode.of("210321000000");

    @TempDir
    Path folder;

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private Map<DivisionCode, List<MapFile.Ring>> read(String... features) throws IOException {
        Path file = folder.resolve("map.geojson");
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
        return MapFile.read(file);
    }

    @Test
    void codesOfSixAndTwelveDigitsAndBothKindsOfOutlineAreRead() throws IOException {
        Map<DivisionCode, List<MapFile.Ring>> outlines = read(
                feature("{\"adcode\":210303}", "Polygon", "[[[122,41],[123,41],[123,42],[122,41]]]"),
                feature(
                        "{\"code\":\"210302000000\"}",
                        "MultiPolygon",
                        "[[[[123,41],[124,41],[124,42],[123,41]]],[[[124,41],[125,41],[125,42],[124,41]]]]"),
                feature("{\"name\":\"no code\"}", "Polygon", "[[[0,0],[1,0],[1,1],[0,0]]]"),
                feature("{\"code\":\"210321\"}", "Point", "[122,41]"));
        assertThat(outlines.keySet()).containsExactlyInAnyOrder(WEST, EAST, SOUTH);
        assertThat(outlines.get(EAST)).hasSize(2);
        assertThat(outlines.get(SOUTH)).as("a point is no outline").isEmpty();
    }

    @Test
    void northIsAboveAndAllLiesInTheBox() throws IOException {
        Map<DivisionCode, List<MapFile.Ring>> outlines = read(
                feature("{\"code\":\"210303\"}", "Polygon", "[[[122,41],[123,41],[123,43],[122,43],[122,41]]]"),
                feature("{\"code\":\"210321\"}", "Polygon", "[[[122,40],[123,40],[123,41],[122,41],[122,40]]]"));
        Map<DivisionCode, Bar> bars = new LinkedHashMap<>();
        bars.put(WEST, Bar.of("铁西区", "/duties?division=" + WEST, 8, 8));
        bars.put(SOUTH, Bar.of("台安县", "/duties?division=" + SOUTH, 0, 8));
        List<Outline> drawn = MapDrawing.draw(bars, outlines);
        assertThat(drawn).hasSize(2);
        assertThat(drawn.get(0).y()).as("north").isLessThan(drawn.get(1).y());
        assertThat(drawn.get(0).bar().shade()).isEqualTo(4);
        assertThat(drawn.get(1).bar().shade()).isZero();
        for (Outline each : drawn) {
            assertThat(each.path()).startsWith("M").endsWith("Z");
            for (String number : each.path().replaceAll("[MLZ]", " ").strip().split("\\s+")) {
                assertThat(Double.parseDouble(number)).isBetween(0.0, 360.0);
            }
        }
        bars.remove(SOUTH);
        assertThat(MapDrawing.draw(bars, outlines)).as("one alone is no map").isEmpty();
    }

    @Test
    void aFileThatIsNoMapOfDivisionsIsRefusedBySettingAndWayOut() throws IOException {
        Path file = folder.resolve("wrong.geojson");
        for (String text : List.of("", "no json", "{}", "{\"features\":[{\"properties\":{\"name\":\"x\"}}]}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> MapFile.read(file))
                    .hasMessageContaining("bihuan.map \"" + file + "\" must be a GeoJSON FeatureCollection")
                    .hasMessageContaining("leave it out for a map of tiles");
        }
        assertThatThrownBy(() -> MapFile.read(folder.resolve("absent"))).hasMessageContaining("bihuan.map");
    }
}
