package org.bihuan.ledgers.header;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bihuan.ledgers.file.SheetCell;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.value.CellReader;
import org.bihuan.ledgers.value.Reading;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerHeader;
import org.bihuan.policy.format.LedgerHeaders;

/**
 * Reads the rows of one sheet by its mapping, and says by the sender's own headers what is wrong. Thread-safe if what gives
 * the ids of subjects is.
 */
public final class LedgerRowReader {
    /** Under this name a row keeps kind and number of the document that its subject was made from; no column of facts. */
    public static final String DOCUMENT = "document number";

    private final HeaderMapping mapping;
    private final LedgerColumns columns;
    private final CellReader cells;
    private final LedgerFacts facts;
    private final UnaryOperator<String> subjects;
    private final List<Filled> filled = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> otherwise = new LinkedHashMap<>();

    /** A column that is read. */
    private record Filled(int column, LedgerHeader header, String group, String label) {}

    /**
     * Makes a reader.
     *
     * @param facts what checks the values once read
     * @param subjects gives the id of a subject from its document, such as {@code resident-id/21030219860503123X}
     */
    public LedgerRowReader(
            HeaderMapping mapping,
            LedgerHeaders headers,
            LedgerColumns columns,
            CellReader cells,
            LedgerFacts facts,
            UnaryOperator<String> subjects) {
        this.mapping = mapping;
        this.columns = columns;
        this.cells = cells;
        this.facts = facts;
        this.subjects = subjects;
        for (LedgerHeader header : headers.entries()) {
            String word = header.otherwise();
            if (word != null && header.part() != null) {
                otherwise.put(header.column() + "/" + header.part(), word);
            }
        }
        Map<Integer, Integer> doubled = mapping.doubled(headers);
        for (int i = 0; i < mapping.targets().size(); i++) {
            HeaderMapping.Target target = mapping.targets().get(i);
            LedgerHeader header = headers.find(target.header()).orElse(null);
            if (header != null && !doubled.containsKey(i)) {
                filled.add(new Filled(i, header, target.group(), mapping.label(i)));
                labels.putIfAbsent(header.part() == null ? fieldOf(header) : header.part(), mapping.label(i));
                labels.putIfAbsent(header.column(), mapping.label(i));
            }
        }
    }

    private String fieldOf(LedgerHeader header) {
        LedgerColumns.Column column = columns.columns().get(header.column());
        return column == null || column.field() == null ? header.column() : column.field();
    }

    /** The row as read at the moment. */
    public LedgerRow read(SheetRow source, Instant now) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Filled each : filled) {
            SheetCell cell = source.cell(each.column());
            switch (cells.read(each.header(), cell)) {
                case Reading.Wrong wrong -> errors.add(wrong.error(each.label(), cell.text()));
                case Reading.Value value -> put(each, value.text(), values, groups);
                case Reading.Nothing _ -> {}
            }
        }
        addGroups(groups, values);
        for (String required : columns.required()) {
            if (errors.isEmpty() && !values.containsKey(required)) {
                errors.add(FieldError.of(
                        labels.getOrDefault(required, required), "", "cell.required", "必填", "is required"));
            }
        }
        Ledger.Row row = new Ledger.Row(source.number(), values, false);
        if (errors.isEmpty()) {
            facts.read(row, now).errors().forEach(error -> errors.add(relabelled(error)));
        }
        return new LedgerRow(source, row, errors);
    }

    private void put(Filled each, String value, Map<String, String> values, Map<String, Map<String, String>> groups) {
        LedgerHeader header = each.header();
        String part = header.part();
        if (part != null) {
            groups.computeIfAbsent(header.column() + "\t" + each.group(), _ -> new LinkedHashMap<>())
                    .put(part, value);
        } else if (header.form() == LedgerHeader.Form.DOCUMENT) {
            values.put(header.column(), subjects.apply(value));
            values.put(DOCUMENT, value);
        } else {
            values.put(header.column(), value);
        }
    }

    /** Joins the parts of each fact of a list in the order in which the ledger's own form has them. */
    private void addGroups(Map<String, Map<String, String>> groups, Map<String, String> values) {
        groups.forEach((key, parts) -> {
            String column = key.substring(0, key.indexOf('\t'));
            LedgerColumns.Column known = columns.columns().get(column);
            if (known == null) {
                return;
            }
            StringBuilder text = new StringBuilder();
            for (String part : known.list()) {
                text.append(text.isEmpty() && part.equals(known.list().getFirst()) ? "" : "/")
                        .append(parts.getOrDefault(part, otherwise(column, part))
                                .replace('/', ' ')
                                .replace(';', ' '));
            }
            values.merge(column, text.toString(), (before, more) -> before + ";" + more);
        });
    }

    private String otherwise(String column, String part) {
        return otherwise.getOrDefault(column + "/" + part, "");
    }

    private FieldError relabelled(FieldError error) {
        return new FieldError(
                labels.getOrDefault(error.field(), error.field()), error.value(), error.code(), error.rule());
    }

    /** The mapping it reads by. */
    public HeaderMapping mapping() {
        return mapping;
    }
}
