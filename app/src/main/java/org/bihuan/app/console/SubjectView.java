package org.bihuan.app.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a subject shows.
 *
 * @param isWaiting whether something was recorded that the lists do not show yet
 * @param parkedReason why it cannot be worked out, null when it can
 * @param release null when nothing restricts it or ever did
 */
public record SubjectView(
        String type,
        String name,
        String id,
        List<String> aliases,
        boolean isWaiting,
        @Nullable String parkedReason,
        List<Restriction> restrictions,
        @Nullable Freedom release,
        List<DutyRow> duties,
        Timeline timeline,
        List<Why> why,
        List<String> undecided,
        List<Statement> facts,
        List<Stored> decisions,
        String api) {

    /** Facts that are read at once; those before them open with a click. */
    private static final int FACTS_AT_ONCE = 30;

    /** The facts that are read at once, the latest of them last. */
    public List<Statement> newest() {
        return facts.subList(Math.max(0, facts.size() - FACTS_AT_ONCE), facts.size());
    }

    /** The facts before those. */
    public List<Statement> older() {
        return facts.subList(0, Math.max(0, facts.size() - FACTS_AT_ONCE));
    }

    /** A measure in force now or later; while it rests it is not carried out. */
    public record Restriction(
            String name,
            boolean restricts,
            boolean isNow,
            Instant from,
            @Nullable Instant until,
            @Nullable Instant overdueSince,
            @Nullable Instant restsUntil,
            List<String> clauses) {}

    /** When it may be released, or what is in the way. */
    public record Freedom(@Nullable Instant possibleAt, List<String> because) {}

    /** The row that answered, and what it saw. */
    public record Why(
            String order,
            String version,
            String table,
            String row,
            List<String> clauses,
            Map<String, String> inputs,
            String sentence) {}

    /** A fact as recorded. */
    public record Statement(
            String kind,
            Instant occurredAt,
            Instant recordedAt,
            String source,
            String key,
            boolean stands,
            boolean corrects,
            List<Entry> fields) {}

    /** A field of a fact; a moment stands alone, so that the page writes it in its own way. */
    public record Entry(
            String label, String value, @Nullable Instant moment) {}

    /** A stored decision. */
    public record Stored(Instant decidedAt, String json) {}
}
