package org.bihuan.policy.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.level.WrittenLists;

/** Reads risk lists written down with division codes, for scenarios and the command line. */
public final class ListsReader {
    private ListsReader() {}

    /**
     * The lists of a YAML file.
     *
     * @throws PackFormatException when it cannot be read or is no such file
     */
    public static KnownLevels ofFile(Path file) {
        try {
            Node root = Yaml.read(file.toString(), PackFiles.utf8(file.toString(), Files.readAllBytes(file)));
            root.allow("format", "lists");
            root.requireFormat("1");
            return read(root.get("lists")).known();
        } catch (IOException e) {
            throw new PackFormatException(file.toString(), "", "cannot be read");
        }
    }

    /** {@code [{series: national, scheme: county-2020, from: TIME, otherwise: low, places: {medium: [210211000000]}}]}. */
    static WrittenLists read(Node node) {
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
            if (!moments.add(list.series() + " " + list.from())) {
                throw each.get("from").error("two lists of the series " + list.series() + " begin at one moment");
            }
            lists.add(list);
        }
        return new WrittenLists(lists);
    }
}
