package org.bihuan.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Wording;
import org.bihuan.policy.table.Cell;
import org.bihuan.policy.table.Rule;

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
     * One row that differs.
     *
     * @param name its name in the pack; a table's row is {@code table/row}
     * @param before what it said, empty when it is new
     * @param after what it says, empty when it is gone
     */
    public record Row(Section section, String name, Became became, String before, String after) {}

    private VersionComparison() {}

    /** The rows that differ, in the order of the sections and of their names. */
    public static List<Row> of(Pack before, Pack after) {
        List<Row> rows = new ArrayList<>();
        for (Section section : Section.values()) {
            Map<String, String> old = texts(section, before);
            Map<String, String> fresh = texts(section, after);
            TreeSet<String> names = new TreeSet<>(old.keySet());
            names.addAll(fresh.keySet());
            for (String name : names) {
                String from = old.getOrDefault(name, "");
                String to = fresh.getOrDefault(name, "");
                if (!from.equals(to)) {
                    rows.add(new Row(
                            section,
                            name,
                            !old.containsKey(name)
                                    ? Became.ADDED
                                    : fresh.containsKey(name) ? Became.CHANGED : Became.REMOVED,
                            from,
                            to));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> texts(Section section, Pack pack) {
        Map<String, String> texts = new TreeMap<>();
        switch (section) {
            case HEAD -> head(pack, texts);
            case PARAMETER -> pack.parameters().values().forEach(each -> texts.put(each.id(), text(each)));
            case TABLE -> pack.tables().forEach(table -> rows(table, texts));
            case OUTCOME -> pack.outcomes().values().forEach(each -> texts.put(each.name(), text(each)));
            case MEASURE -> pack.measures().values().forEach(each -> texts.put(each.key(), text(each)));
            case DUTY -> pack.duties().values().forEach(each -> texts.put(each.key(), text(each)));
        }
        return texts;
    }

    private static void head(Pack pack, Map<String, String> texts) {
        texts.put("version", pack.manifest().version());
        texts.put("titles", text(pack.manifest().titles()));
        texts.put("issuer", text(pack.manifest().issuer()));
        texts.put("jurisdiction", pack.manifest().jurisdiction().toString());
        texts.put("valid.from", pack.manifest().validFrom().toString());
        texts.put("valid.to", String.valueOf(pack.manifest().validTo()));
        texts.put("facts-since", String.valueOf(pack.manifest().factsSince()));
        texts.put("transition", pack.manifest().transition().name());
        texts.put("disease-class", pack.manifest().diseaseClass());
        texts.put("articles", pack.manifest().articles().toString());
        texts.put("clauses", pack.manifest().clauses().toString());
    }

    private static String text(ParameterDefinition parameter) {
        return parameter.value() + " " + parameter.unit().code() + " " + parameter.setter() + " "
                + parameter.strictness() + " " + parameter.clauses() + " " + text(parameter.wording());
    }

    private static void rows(TableUse table, Map<String, String> texts) {
        for (Rule rule : table.definition().rules()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < rule.cells().size(); i++) {
                Cell cell = rule.cells().get(i);
                if (!cell.isAny()) {
                    cells.add(table.definition().inputs().get(i).name() + ": " + cell.text());
                }
            }
            texts.put(
                    table.key() + "/" + rule.id(),
                    String.join(" · ", cells) + " → " + rule.outcome() + " " + rule.clauses());
        }
    }

    private static String text(OutcomeDefinition outcome) {
        return outcome.measures() + " " + outcome.duties() + " " + outcome.signals() + " " + text(outcome.wording());
    }

    private static String text(MeasureDefinition measure) {
        return measure.kind() + " " + measure.from() + " " + measure.until() + " " + measure.release() + " "
                + measure.clauses();
    }

    private static String text(DutyDefinition duty) {
        return duty.kind() + " " + duty.owner() + " " + duty.evidence() + " " + duty.spacing() + " " + duty.steps()
                + " " + duty.repeat() + " " + duty.clauses() + " " + text(duty.wording());
    }

    private static String text(Wording wording) {
        return wording.zh() + " / " + wording.en();
    }
}
