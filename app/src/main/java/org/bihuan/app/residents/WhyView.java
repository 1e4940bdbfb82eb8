package org.bihuan.app.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.app.audit.AuditEntry;
import org.bihuan.app.notices.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What a resident learns of a notice.
 *
 * @param measure its name, in the reader's language
 * @param holds whether it is in force now
 * @param until its end as it stands now, null while none is known
 * @param sentences why, in plain words
 * @param order the order that demands it
 * @param clauses its clauses
 * @param next what is to be done next, null when nothing is
 * @param nextAt until when
 * @param toldAt when they were told, null when nobody has said so yet
 * @param contestUntil last day of asking for reconsideration, null while they have not been told
 * @param grounds grounds of an appeal with their words
 * @param hours in how many hours each is answered
 * @param appeals what was filed, the latest first
 * @param restsUntil until when it is not carried out, null while it is
 * @param suspensionRule what the law says of that
 * @param canAppeal whether one can be filed now
 * @param key id of the next appeal
 * @param readings who looked at them
 */
public record WhyView(
        Notice notice,
        String measure,
        boolean holds,
        Instant from,
        @Nullable Instant until,
        List<String> sentences,
        String order,
        List<String> clauses,
        @Nullable String next,
        @Nullable Instant nextAt,
        @Nullable Instant toldAt,
        @Nullable LocalDate contestUntil,
        String helpLine,
        Map<String, String> grounds,
        Map<String, Integer> hours,
        List<Line> appeals,
        @Nullable Instant restsUntil,
        String suspensionRule,
        boolean canAppeal,
        String key,
        List<AuditEntry> readings) {

    /** An appeal and what was written. */
    public record Line(Appeal appeal, String ground, String words, String outcome, String answer, boolean isLate) {}
}
