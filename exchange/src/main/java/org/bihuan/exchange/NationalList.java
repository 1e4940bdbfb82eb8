package org.bihuan.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.places.risk.AreaName;
import org.bihuan.places.risk.Figures;
import org.bihuan.places.risk.RiskScheme;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The national list in the form in which it was published: three arrays of towns, each with its areas.
 *
 * @param effectiveAt the moment it says it is in force from, empty when it does not say
 * @param lines its areas
 * @param stated figures that it prints itself
 */
public record NationalList(Optional<Instant> effectiveAt, List<NationalList.Line> lines, Map<String, Long> stated) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HOUR = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})\\s*(\\d{1,2})\\D.*");
    /** The arrays and counts of the publication, in the order of a scheme's levels. */
    private static final String[] ARRAYS = {"highlist", "middlelist", "lowlist"};

    private static final String[] COUNTS = {"hcount", "mcount", "lcount"};

    public NationalList {
        lines = List.copyOf(lines);
        stated = Map.copyOf(stated);
    }

    /** An area: the level as an id of the scheme, and the name. */
    public record Line(String level, AreaName name) {}

    /** Whether the bytes are such a list or pretend to be one. */
    public static boolean isOne(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == '{';
    }

    /**
     * Reads one.
     *
     * @throws ListRefused when it is none
     */
    public static NationalList read(byte[] bytes, RiskScheme scheme, ZoneId zone) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new ListRefused("文件不是完整的JSON；请重新下载后再传", "the file is no complete JSON: fetch it again and send it");
        }
        JsonNode data = root.path("data");
        if (!data.path(ARRAYS[0]).isArray() || scheme.levels().size() < ARRAYS.length) {
            throw new ListRefused(
                    "JSON里没有data.highlist；只收国家发布的风险区名单",
                    "the JSON has no data.highlist: only the national list as published is taken");
        }
        List<Line> lines = new ArrayList<>();
        Map<String, Long> stated = new LinkedHashMap<>();
        for (int i = 0; i < ARRAYS.length; i++) {
            String level = scheme.levels().get(i).id();
            for (JsonNode town : data.path(ARRAYS[i])) {
                for (JsonNode area : town.path("communitys")) {
                    lines.add(new Line(
                            level,
                            new AreaName(
                                    text(town, "province"),
                                    text(town, "city"),
                                    text(town, "county"),
                                    area.asString())));
                }
            }
            if (data.path(COUNTS[i]).isNumber()) {
                stated.put(Figures.ofLevel(level), data.path(COUNTS[i]).asLong());
            }
        }
        return new NationalList(moment(text(data, "end_update_time"), zone), lines, stated);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static Optional<Instant> moment(String text, ZoneId zone) {
        Matcher hour = HOUR.matcher(text);
        if (!hour.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(number(hour, 1), number(hour, 2), number(hour, 3), 0, 0)
                    .plusHours(number(hour, 4))
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
