package org.bihuan.app.returns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the definition of a kind of return. Pure. */
final class ReturnFormReader {
    private static final int LONGEST = 20_000;
    private static final int MOST_FIELDS = 40;
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private ReturnFormReader() {}

    /** @throws Refused naming the key that is wrong */
    static ReturnForm read(String yaml) {
        if (yaml.length() > LONGEST) {
            throw wrong("body", yaml.length() + "", "最多" + LONGEST + "个字符", "has at most " + LONGEST + " characters");
        }
        Map<?, ?> root = map("body", parse(yaml));
        keys("body", root, Set.of("id", "zh", "en", "due", "kinds", "zero", "fields", "until"));
        List<ReturnField> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object each : list("fields", root.get("fields"))) {
            ReturnField field = field(map("fields", each));
            if (!seen.add(field.id())) {
                throw wrong("fields.id", field.id(), "重复，请改名", "is there twice: rename one");
            }
            fields.add(field);
        }
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw wrong(
                    "fields", "" + fields.size(), "须为1至" + MOST_FIELDS + "项", "has 1 to " + MOST_FIELDS + " entries");
        }
        Set<String> kinds = root.get("kinds") == null
                ? Set.of()
                : list("kinds", root.get("kinds")).stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet());
        return new ReturnForm(
                name("id", root.get("id")),
                words("body", root),
                time(text("due", root.get("due"))),
                kinds,
                root.get("zero") == null
                        ? new Wording("零报告：当日没有需要报告的情况", "Zero return: nothing to report for the day")
                        : words("zero", map("zero", root.get("zero"))),
                fields,
                until(root.get("until")));
    }

    private static ReturnField field(Map<?, ?> map) {
        keys("fields", map, Set.of("id", "zh", "en", "type", "optional", "options"));
        String word = text("fields.type", map.get("type"));
        ReturnField.Type type = Arrays.stream(ReturnField.Type.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("fields.type", word, "必须是count、text或choice", "must be count, text or choice"));
        List<String> options = map.get("options") == null
                ? List.of()
                : list("fields.options", map.get("options")).stream()
                        .map(Object::toString)
                        .toList();
        if ((type == ReturnField.Type.CHOICE) == options.isEmpty()) {
            throw wrong(
                    "fields.options",
                    options.toString(),
                    "choice必须有选项，其他类型不能有",
                    "are needed for a choice and for nothing else");
        }
        return new ReturnField(
                name("fields.id", map.get("id")),
                words("fields", map),
                type,
                Boolean.TRUE.equals(map.get("optional")),
                options);
    }

    private static @Nullable Object parse(String yaml) {
        try {
            return new Load(LoadSettings.builder()
                            .setMaxAliasesForCollections(0)
                            .build())
                    .loadFromString(yaml);
        } catch (YamlEngineException e) {
            String said = String.valueOf(e.getMessage());
            throw wrong(
                    "body",
                    said.lines().findFirst().orElse(""),
                    "不是合法的YAML，请对照示例改正",
                    "is not YAML: compare it with the example");
        }
    }

    private static void keys(String where, Map<?, ?> map, Set<String> known) {
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw wrong(
                            where,
                            key,
                            "没有这个键，可用："
                                    + String.join("、", known.stream().sorted().toList()),
                            "is no key here; there are: "
                                    + String.join(", ", known.stream().sorted().toList()));
                });
    }

    private static Map<?, ?> map(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(where, String.valueOf(value), "必须由“键: 值”组成", "must consist of \"key: value\"");
    }

    private static List<?> list(String where, @Nullable Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(each -> each != null)) {
            return list;
        }
        throw wrong(where, String.valueOf(value), "必须是列表", "must be a list");
    }

    private static String text(String where, @Nullable Object value) {
        if (value == null || value.toString().isBlank() || value.toString().length() > 200) {
            throw wrong(where, String.valueOf(value), "必填，最多200个字", "is required and has at most 200 characters");
        }
        return value.toString().strip();
    }

    private static String name(String where, @Nullable Object value) {
        String name = text(where, value);
        if (!name.matches(NAME)) {
            throw wrong(
                    where,
                    name,
                    "须以小写字母开头，只含小写字母、数字和连字符",
                    "begins with a small letter and has small letters, digits and hyphens only");
        }
        return name;
    }

    private static Wording words(String where, Map<?, ?> map) {
        return new Wording(text(where + ".zh", map.get("zh")), text(where + ".en", map.get("en")));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong("due", text, "必须是带引号的时刻，例如\"16:00\"", "must be a time in quotes such as \"16:00\"");
        }
    }

    private static @Nullable LocalDate until(@Nullable Object value) {
        try {
            return value == null ? null : LocalDate.parse(value.toString());
        } catch (DateTimeException e) {
            throw wrong("until", String.valueOf(value), "必须是日期，例如2020-08-31", "must be a day such as 2020-08-31");
        }
    }

    private static Refused wrong(String field, String value, String zh, String en) {
        return new Refused(field, new Wording("报表定义的" + field, field + " of the form"), value, new Wording(zh, en));
    }
}
