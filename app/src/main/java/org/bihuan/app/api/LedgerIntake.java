package org.bihuan.app.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/** Records the rows of one ledger, 500 in a transaction, and counts what becomes of them. For one request. */
final class LedgerIntake {
    private static final int BATCH = 500;
    private static final int MOST_LISTED = 1_000;

    private final Facts facts;
    private final Rules rules;
    private final LedgerFacts reader;
    private final String name;
    private final @Nullable String statedAt;
    private final Instant now;
    private final List<Ledger.Row> rows = new ArrayList<>(BATCH);
    private final List<RawFact> raw = new ArrayList<>(BATCH * 2);
    private final List<Integer> sizes = new ArrayList<>(BATCH);
    private final List<LedgerAnswer.RefusedRow> refusedRows = new ArrayList<>();
    private long read;
    private long recordedRows;
    private long repeatedRows;
    private long refused;
    private long recordedFacts;

    LedgerIntake(Facts facts, Rules rules, LedgerColumns columns, String name, @Nullable String statedAt, Instant now) {
        this.facts = facts;
        this.rules = rules;
        this.reader = new LedgerFacts(columns, rules.catalogue(), rules.reader(), "ledger/" + name);
        this.name = name;
        this.statedAt = statedAt;
        this.now = now;
    }

    LedgerAnswer run(Ledger ledger) {
        while (ledger.hasNext()) {
            add(ledger.next());
            if (rows.size() == BATCH) {
                flush();
            }
        }
        flush();
        return new LedgerAnswer(
                name, read, recordedRows, repeatedRows, refused, recordedFacts, refusedRows, ledger.ignored());
    }

    private void add(Ledger.Row row) {
        read++;
        LedgerFacts.Result result = reader.read(row, now);
        if (!result.errors().isEmpty()) {
            refuse(row, result.errors().stream().map(ErrorAnswer::of).toList());
            return;
        }
        List<RawFact> own = reader.raw(row);
        rows.add(row);
        sizes.add(own.size());
        own.forEach(each -> raw.add(stated(each)));
    }

    /** A later ledger says when it was drawn up, so that what it says goes before what an earlier one said. */
    private RawFact stated(RawFact fact) {
        return statedAt == null
                ? fact
                : new RawFact(
                        fact.source(),
                        fact.key(),
                        fact.kind(),
                        fact.schema(),
                        fact.occurredAt(),
                        statedAt,
                        fact.order(),
                        fact.trust(),
                        fact.corrects(),
                        fact.subjects(),
                        fact.division(),
                        fact.payload());
    }

    private void flush() {
        List<Append> answers = raw.isEmpty() ? List.of() : facts.append(raw, rules.reader(), now);
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            count(rows.get(i), answers.subList(at, at + sizes.get(i)));
            at += sizes.get(i);
        }
        rows.clear();
        sizes.clear();
        raw.clear();
    }

    private void count(Ledger.Row row, List<Append> answers) {
        List<ErrorAnswer> errors = new ArrayList<>();
        int fresh = 0;
        for (Append each : answers) {
            FactAnswer answer = FactAnswer.of(each);
            errors.addAll(answer.errors());
            fresh += each instanceof Append.Recorded ? 1 : 0;
        }
        recordedFacts += fresh;
        if (!errors.isEmpty()) {
            refuse(row, errors);
        } else if (fresh > 0) {
            recordedRows++;
        } else {
            repeatedRows++;
        }
    }

    private void refuse(Ledger.Row row, List<ErrorAnswer> errors) {
        refused++;
        if (refusedRows.size() < MOST_LISTED) {
            refusedRows.add(new LedgerAnswer.RefusedRow(row.number(), errors));
        }
    }
}
