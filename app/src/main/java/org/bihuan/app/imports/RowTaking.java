package org.bihuan.app.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.imports.domain.RowChange;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.imports.store.PendingRow;
import org.bihuan.app.imports.store.RowHash;
import org.bihuan.app.imports.store.TakenRow;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what rows say; what is recorded and what the ledger now says change together. Thread-safe. */
@Component
class RowTaking {
    private final UploadStore uploads;
    private final LineStore lines;
    private final Facts facts;
    private final Rules rules;
    private final RowHash hash;
    private final DestroyedRows destroyed;

    RowTaking(UploadStore uploads, LineStore lines, Facts facts, Rules rules, RowHash hash, DestroyedRows destroyed) {
        this.destroyed = destroyed;
        this.uploads = uploads;
        this.lines = lines;
        this.facts = facts;
        this.rules = rules;
        this.hash = hash;
    }

    /** Rows taken in one transaction, whose they are by line, the column that says it, and the words in which they go back. */
    record Part(List<PendingRow> rows, Map<Long, String> people, String subjectColumn, RowWords words) {
        String person(PendingRow row) {
            return Objects.requireNonNull(people.get(row.line().line()));
        }

        Ledger.Row cells(PendingRow row) {
            Map<String, String> cells = new LinkedHashMap<>(row.line().cells());
            cells.put(subjectColumn, person(row));
            return new Ledger.Row(row.line().line(), cells, false);
        }
    }

    /**
     * Takes the rows.
     *
     * @throws DestroyedMeanwhile when somebody's data were destroyed since the rows were looked at; nothing is taken then
     */
    @Transactional(label = Asking.MACHINE)
    public void take(Upload upload, Part part, LedgerFacts reader, Instant now) {
        List<RawFact> raw = new ArrayList<>(part.rows().size() * 3);
        List<RowChange> changes = new ArrayList<>(part.rows().size());
        for (PendingRow row : part.rows()) {
            RowChange change = row.isSame() ? new RowChange(List.of(), row.parts()) : change(upload, part, row, reader);
            changes.add(change);
            raw.addAll(change.facts());
        }
        List<Append> answers = raw.isEmpty() ? List.of() : facts.append(raw, rules.reader(), now);
        // after the append, which holds the lock: asked before, a step with corrections would wait for itself
        if (!destroyed
                .holdAmong(part.rows().stream().map(PendingRow::line).toList(), reader, upload.drawnUpAt(), now)
                .isEmpty()) {
            throw new DestroyedMeanwhile();
        }
        List<TakenRow> taken = new ArrayList<>(part.rows().size());
        long recorded = 0;
        int at = 0;
        for (int i = 0; i < part.rows().size(); i++) {
            PendingRow row = part.rows().get(i);
            int size = changes.get(i).facts().size();
            List<Append> own = answers.subList(at, at + size);
            at += size;
            recorded +=
                    own.stream().filter(each -> each instanceof Append.Recorded).count();
            if (!refused(upload, row, own, part.words())) {
                taken.add(new TakenRow(
                        row.line().subject(),
                        row.number(),
                        row.line().hash(),
                        row.isSame() ? row.revision() - 1 : row.revision(),
                        changes.get(i).parts(),
                        part.person(row),
                        row.isNew()));
            }
        }
        lines.take(upload.id(), upload.sender(), taken);
        uploads.addFacts(upload.id(), recorded);
    }

    /** Keys of facts name the upload and the line, so that they tell nothing of whose they are. */
    private RowChange change(Upload upload, Part part, PendingRow row, LedgerFacts reader) {
        return RowChange.of(
                reader.raw(part.cells(row), ""),
                row.parts(),
                upload.id() + "/" + row.line().line() + "/",
                row.revision(),
                upload.drawnUpAt().toString(),
                hash::ofContent);
    }

    /** A row that looked good and yet was not taken goes back with the others; what of it was recorded stays. */
    private boolean refused(Upload upload, PendingRow row, List<Append> answers, RowWords words) {
        List<FieldError> errors = new ArrayList<>();
        for (Append answer : answers) {
            switch (answer) {
                case Append.Refused refused -> errors.addAll(refused.errors());
                case Append.Conflict conflict ->
                    errors.add(FieldError.of(
                            conflict.key(), "", "fact.conflict", "与已有记录冲突", "conflicts with what is recorded"));
                case Append.Recorded _, Append.Repeated _ -> {}
            }
        }
        if (!errors.isEmpty()) {
            lines.refuse(upload.id(), row.line().line(), words.zh(errors), words.en(errors));
        }
        return !errors.isEmpty();
    }
}
