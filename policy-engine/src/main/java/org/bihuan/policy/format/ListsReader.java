package org.bihuan.policy.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.policy.level.OwnLevels;
import org.bihuan.policy.level.WrittenLevels;
import org.bihuan.policy.level.WrittenLists;

/** Reads risk lists, response levels and sources written down with division codes, for scenarios and the command line. */
public final class ListsReader {
    private ListsReader() {}

    /**
     * What a YAML file says under {@code lists}, {@code responses} and {@code sources}.
     *
     * @throws PackFormatException when it cannot be read or is no such file
     */
    public static WrittenLevels ofFile(Path file) {
        try {
            Node root = Yaml.read(file.toString(), PackFiles.utf8(file.toString(), Files.readAllBytes(file)));
            root.allow("format", "lists", "responses", "sources");
            root.requireFormat("1");
            return levels(root);
        } catch (IOException e) {
            throw new PackFormatException(file.toString(), "", "cannot be read");
        }
    }

    /** What stands under the three keys. */
    static WrittenLevels levels(Node node) {
        return new WrittenLevels(read(node.get("lists")), OwnLevelsReader.read(node));
    }

    /** {@code [{series: national, scheme: county-2020, from: TIME, otherwise: low, places: {medium: [210211000000]}}]}. */
    private static WrittenLists read(Node node) {
        List<WrittenLists.Written> lists = new ArrayList<>();
        Set<String> moments = new HashSet<>();
        for (Node each : node.items()) {
            each.allow("series", "scheme", "from", "otherwise", "places");
            List<WrittenLists.Line> lines = new ArrayList<>();
            each.get("places")
                    .entries()
                    .forEach((level, places) ->
                            places.items().forEach(place -> lines.add(new WrittenLists.Line(level, place.division()))));
            WrittenLists.Written list = new WrittenLists.Written(
                    each.get("series").text(),
                    each.get("scheme").text(),
                    each.get("from").moment(),
                    each.get("otherwise").text(),
                    lines);
            if (OwnLevels.isReserved(list.series())) {
                throw each.get("series")
                        .error("stands for what a city says itself: write it under responses or sources");
            }
            if (!moments.add(list.series() + " " + list.from())) {
                throw each.get("from").error("two lists of the series " + list.series() + " begin at one moment");
            }
            lists.add(list);
        }
        return new WrittenLists(lists);
    }
}
