package org.bihuan.app.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.DivisionNames;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.places.risk.RiskScheme;

/** The map of provinces as tiles, drawn where there are no outlines. */
final class Tiles {
    private static final int SIZE = 54;
    private static final long PROVINCE = 10_000_000_000L;

    private Tiles() {}

    static List<BoardView.Tile> of(RiskSettings settings, RiskScheme scheme, List<ListedArea> areas) {
        Map<String, Long> strictest = new HashMap<>();
        Map<String, Long> all = new HashMap<>();
        String first = scheme.levels().getFirst().id();
        for (ListedArea area : areas) {
            String province = DivisionNames.plain(area.name().province());
            all.merge(province, 1L, Long::sum);
            if (area.level().equals(first)) {
                strictest.merge(province, 1L, Long::sum);
            }
        }
        long most = strictest.values().stream().mapToLong(it -> it).max().orElse(0);
        List<BoardView.Tile> tiles = new ArrayList<>();
        settings.tiles().forEach((province, place) -> {
            String name = Divisions.load()
                    .findName(new DivisionCode(province * PROVINCE))
                    .orElse("");
            long count = strictest.getOrDefault(name, 0L);
            tiles.add(new BoardView.Tile(
                    shorter(name),
                    place.column() * SIZE,
                    place.row() * SIZE,
                    count,
                    all.getOrDefault(name, 0L),
                    count == 0 ? 0 : 1 + (int) Math.min(3, 4 * Math.sqrt((double) count / most))));
        });
        return tiles;
    }

    private static String shorter(String name) {
        return name.replaceAll("(维吾尔|壮族|回族)?自治区$|省$|市$", "");
    }
}
