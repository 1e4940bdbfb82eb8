package org.bihuan.app.orders;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** Two versions of an order side by side, row by row: parameters, rows of tables, measures, duties, sentences. Pure. */
public final class VersionComparison {
    /** Where a row belongs. */
    public enum Section {
        HEAD,
        PARAMETER,
        TABLE,
        OUTCOME,
        MEASURE,
        DUTY
    }

    /** What became of it. */
    public enum Became {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One thing that differs.
     *
     * @param name its name in the pack; a table's row is {@code table/row}, the head's is empty
     * @param label what people call it, null when it has only its name
     * @param parts what is said of it otherwise; all that is said where it is new or gone
     */
    public record Row(
            Section section, String name, @Nullable Wording label, Became became, List<Part> parts) {}

    /**
     * A part of it.
     *
     * @param key message key of what is said
     */
    public record Part(String key, Said before, Said after) {}

    private VersionComparison() {}

    /** The rows that differ, in the order of the sections and of their names. */
    public static List<Row> of(Pack before, Pack after) {
        List<Row> rows = new ArrayList<>();
        for (Section section : Section.values()) {
            Map<String, ComparedItem> old = items(section, before);
            Map<String, ComparedItem> fresh = items(section, after);
            Set<String> names = new TreeSet<>(old.keySet());
            names.addAll(fresh.keySet());
            for (String name : names) {
                ComparedItem is = fresh.get(name);
                ComparedItem was = old.get(name);
                List<Part> parts = parts(was, is);
                if (!parts.isEmpty()) {
                    Became became = was == null ? Became.ADDED : is == null ? Became.REMOVED : Became.CHANGED;
                    ComparedItem shown = is == null ? was : is;
                    rows.add(new Row(section, name, shown == null ? null : shown.label(), became, parts));
                }
            }
        }
        return rows;
    }

    private static List<Part> parts(@Nullable ComparedItem was, @Nullable ComparedItem is) {
        Map<String, Said> before = was == null ? Map.of() : was.parts();
        Map<String, Said> after = is == null ? Map.of() : is.parts();
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .map(key ->
                        new Part(key, before.getOrDefault(key, Said.NOTHING), after.getOrDefault(key, Said.NOTHING)))
                .filter(part -> !part.before().equals(part.after()))
                .toList();
    }

    private static Map<String, ComparedItem> items(Section section, Pack pack) {
        return switch (section) {
            case HEAD -> ComparedHead.head(pack);
            case PARAMETER -> ComparedHead.parameters(pack);
            case TABLE -> ComparedRules.rows(pack);
            case OUTCOME -> ComparedRules.outcomes(pack);
            case MEASURE -> ComparedWork.measures(pack);
            case DUTY -> ComparedWork.duties(pack);
        };
    }
}
