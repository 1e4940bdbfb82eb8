package org.bihuan.policy.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;

/** Turns rows of a ledger into facts. A row with a bad cell gives errors and no facts; the others go on. */
public final class LedgerFacts {
    private final LedgerColumns columns;
    private final FactCatalogue catalogue;
    private final FactReader reader;
    private final String source;

    /** Reads rows of the source. */
    public LedgerFacts(LedgerColumns columns, FactCatalogue catalogue, FactReader reader, String source) {
        this.columns = columns;
        this.catalogue = catalogue;
        this.reader = reader;
        this.source = source;
    }

    /** What a row gives: facts, or errors by column. */
    public record Result(List<Fact> facts, List<FieldError> errors) {}

    /** The raw facts of a row, in the order of the columns; a list cell gives one fact a part. */
    public List<RawFact> raw(Ledger.Row row) {
        return raw(row, row.number() + "/" + row.cell(columns.subjectColumn()) + "/");
    }

    /** The same, each with a key of the prefix and its part: the kind, for a list with the number of the fact. */
    public List<RawFact> raw(Ledger.Row row, String prefix) {
        Map<String, Map<String, Object>> single = new LinkedHashMap<>();
        List<RawFact> listed = new ArrayList<>();
        single.put(columns.episodeKind(), new HashMap<>());
        for (LedgerColumns.Column column : columns.columns().values()) {
            String cell = row.cell(column.name());
            if (cell.isEmpty()) {
                continue;
            }
            if (column.field() != null) {
                Map<String, Object> payload = single.computeIfAbsent(column.kind(), kind -> new HashMap<>());
                payload.put(column.field(), cell);
                String at = column.at();
                if (at != null) {
                    payload.putIfAbsent(at, moment(row));
                }
            } else {
                addParts(row, prefix, column, cell, listed);
            }
        }
        List<RawFact> facts = new ArrayList<>();
        single.forEach((kind, payload) -> facts.add(fact(row, prefix + kind, kind, payload)));
        facts.addAll(listed);
        return facts;
    }

    /** The facts of a row as read at the moment, or its errors. */
    public Result read(Ledger.Row row, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        if (row.cell(columns.subjectColumn()).isEmpty()) {
            errors.add(FieldError.of(columns.subjectColumn(), "", "row.subject", "必填", "is required"));
            return new Result(facts, errors);
        }
        if (row.tooLong()) {
            errors.add(FieldError.of(
                    "line " + row.number(), "", "row.cells", "单元格比表头多", "has more cells than the header"));
        }
        row.cells().forEach((column, cell) -> checkLine(column, cell, errors));
        for (LedgerColumns.Column column : columns.columns().values()) {
            checkParts(column, row.cell(column.name()), errors);
        }
        if (!errors.isEmpty()) {
            return new Result(List.of(), errors);
        }
        for (RawFact raw : raw(row)) {
            FactReader.Result result = reader.read(raw, now);
            errors.addAll(result.errors());
            Fact fact = result.fact();
            if (fact != null) {
                facts.add(fact);
            }
        }
        return errors.isEmpty() ? new Result(facts, errors) : new Result(List.of(), errors);
    }

    /** A quotation mark that is never closed swallows the rows after it; they must not vanish in a free text. */
    private static void checkLine(String column, String cell, List<FieldError> errors) {
        if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
            errors.add(FieldError.of(
                    column,
                    cell,
                    "row.line",
                    "单元格不能跨行，请检查前面是否有引号没有配对",
                    "a cell stands on one line; look for a quotation mark before it that is never closed"));
        }
    }

    /** A wrong number of parts must not be read as shifted fields. */
    private static void checkParts(LedgerColumns.Column column, String cell, List<FieldError> errors) {
        if (column.field() != null || cell.isEmpty()) {
            return;
        }
        for (String part : cell.split(";", -1)) {
            if (!part.isBlank() && part.split("/", -1).length != column.list().size()) {
                String form = String.join("/", column.list());
                errors.add(FieldError.of(
                        column.name(), part.strip(), "row.parts", "必须写作 " + form, "must be written " + form));
            }
        }
    }

    private void addParts(
            Ledger.Row row, String prefix, LedgerColumns.Column column, String cell, List<RawFact> listed) {
        int number = 0;
        for (String part : cell.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            number++;
            String[] values = part.strip().split("/", -1);
            Map<String, Object> payload = new HashMap<>();
            for (int i = 0; i < Math.min(values.length, column.list().size()); i++) {
                payload.put(column.list().get(i), values[i].strip());
            }
            listed.add(fact(row, prefix + column.kind() + number, column.kind(), payload));
        }
    }

    private RawFact fact(Ledger.Row row, String key, String kind, Map<String, Object> payload) {
        String subject = row.cell(columns.subjectColumn());
        int schema = catalogue.find(kind).map(FactCatalogue.Kind::schema).orElse(1);
        return new RawFact(
                source,
                key,
                kind,
                schema,
                null,
                "1970-01-01T00:00:00Z",
                row.number(),
                0,
                null,
                List.of(new FactSubject(columns.subjectType(), new SubjectId(columns.subjectType(), subject))),
                null,
                payload);
    }

    /** When something without a time of its own was noticed. */
    private String moment(Ledger.Row row) {
        for (String column : columns.moment()) {
            if (!row.cell(column).isEmpty()) {
                return row.cell(column);
            }
        }
        return "";
    }
}
