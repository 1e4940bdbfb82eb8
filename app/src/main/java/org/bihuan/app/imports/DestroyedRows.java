package org.bihuan.app.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.facts.Destroyed;
import org.bihuan.app.facts.DestroyedDocuments;
import org.bihuan.app.imports.store.Line;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.ledgers.header.LedgerRowReader;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/**
 * Rows of people whose data were destroyed: one that tells of anything before the destruction is refused whole, since it
 * would bring them back; one that tells only of later things makes them somebody new. Thread-safe.
 */
@Component
class DestroyedRows {
    private final DestroyedDocuments destroyed;

    DestroyedRows(DestroyedDocuments destroyed) {
        this.destroyed = destroyed;
    }

    /** Why rows are refused, by their line, as things stand. */
    Map<Long, Wording> among(List<Line> lines, LedgerFacts reader, Instant drawnUpAt, Instant now) {
        if (destroyed.isNone()) {
            return Map.of();
        }
        Map<Long, IdentityDocument> documents = documents(lines);
        return wrong(lines, documents, destroyed.among(documents.values()), reader, drawnUpAt, now);
    }

    /** The same, and nobody else is destroyed until the caller's transaction ends. */
    Map<Long, Wording> holdAmong(List<Line> lines, LedgerFacts reader, Instant drawnUpAt, Instant now) {
        destroyed.hold();
        return among(lines, reader, drawnUpAt, now);
    }

    /** The documents by which it is known whose the rows are. */
    private static Map<Long, IdentityDocument> documents(List<Line> lines) {
        Map<Long, IdentityDocument> documents = new HashMap<>();
        lines.forEach(line -> IdentityDocument.ofWritten(line.cells().getOrDefault(LedgerRowReader.DOCUMENT, ""))
                .ifPresent(document -> documents.put(line.line(), document)));
        return documents;
    }

    private static Map<Long, Wording> wrong(
            List<Line> lines,
            Map<Long, IdentityDocument> documents,
            Map<IdentityDocument, Destroyed> found,
            LedgerFacts reader,
            Instant drawnUpAt,
            Instant now) {
        Map<Long, Wording> wrong = new HashMap<>();
        for (Line line : lines) {
            Destroyed known = found.get(documents.get(line.line()));
            if (known != null && tellsOfBefore(known, line, reader, drawnUpAt, now)) {
                wrong.put(line.line(), known.error("").rule());
            }
        }
        return wrong;
    }

    /** What has no time of its own is as old as the ledger. */
    private static boolean tellsOfBefore(
            Destroyed known, Line line, LedgerFacts reader, Instant drawnUpAt, Instant now) {
        List<Instant> times = reader.read(new Ledger.Row(line.line(), line.cells(), false), now).facts().stream()
                .map(Fact::occurredAt)
                .filter(at -> !at.equals(now))
                .toList();
        return times.isEmpty() ? known.covers(drawnUpAt) : times.stream().anyMatch(known::covers);
    }
}
