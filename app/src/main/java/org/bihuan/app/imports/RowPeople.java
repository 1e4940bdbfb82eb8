package org.bihuan.app.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.app.facts.DocumentOwners;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.imports.store.PendingRow;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.ledgers.header.LedgerRowReader;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose the rows of a ledger are: the person whose document the row names, made or found, and whoever the sender's own
 * number stands for where there is no document. Thread-safe.
 */
@Component
class RowPeople {
    private final DocumentOwners owners;
    private final LineStore lines;
    private final DestroyedRows destroyed;
    private final TransactionTemplate transaction;

    RowPeople(DocumentOwners owners, LineStore lines, DestroyedRows destroyed, TransactionTemplate transaction) {
        this.destroyed = destroyed;
        this.owners = owners;
        this.lines = lines;
        this.transaction = transaction;
    }

    /**
     * Ids of the people by line. Once a row has its person it keeps them. A row that would bring back somebody whose data
     * were destroyed is refused and has none. In a transaction of its own.
     */
    Map<Long, String> of(Upload upload, List<PendingRow> rows, LedgerFacts reader, String type, Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Map<Long, Wording> wrong =
                    destroyed.holdAmong(rows.stream().map(PendingRow::line).toList(), reader, upload.drawnUpAt(), now);
            wrong.forEach((line, why) -> lines.refuse(upload.id(), line, why.zh(), why.en()));
            return owned(
                    rows.stream()
                            .filter(row -> !wrong.containsKey(row.line().line()))
                            .toList(),
                    type,
                    now);
        }));
    }

    private Map<Long, String> owned(List<PendingRow> rows, String type, Instant now) {
        Map<IdentityDocument, String> before = new LinkedHashMap<>();
        Map<Long, IdentityDocument> documents = new HashMap<>();
        Set<String> stated = lines.statedBefore(
                rows.stream().map(row -> row.line().subject()).toList());
        for (PendingRow row : rows) {
            String subject = row.line().subject();
            String known = row.person().isEmpty() ? stated.contains(subject) ? subject : "" : row.person();
            IdentityDocument.ofWritten(row.line().cells().getOrDefault(LedgerRowReader.DOCUMENT, ""))
                    .ifPresent(document -> {
                        documents.put(row.line().line(), document);
                        before.merge(
                                document, known.isEmpty() ? "" : type + ":" + known, (a, b) -> a.isEmpty() ? b : a);
                    });
        }
        Map<IdentityDocument, SubjectId> owned = owners.of(before, now);
        Map<Long, String> people = new HashMap<>();
        for (PendingRow row : rows) {
            IdentityDocument document = documents.get(row.line().line());
            SubjectId owner = document == null ? null : owned.get(document);
            String subject = row.line().subject();
            String found = owner == null || stated.contains(subject) ? subject : owner.id();
            people.put(row.line().line(), row.person().isEmpty() ? found : row.person());
        }
        return people;
    }
}
