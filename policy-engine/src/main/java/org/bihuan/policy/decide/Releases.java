package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.ReleaseDefinition;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Wording;

/** Works out when a measure may end: the later of its lawful end and the last evidence it needs. */
final class Releases {
    private static final Wording END_UNKNOWN = new Wording("期限尚未确定", "its end is not known yet");

    private Releases() {}

    static Release of(
            Case subject,
            MeasureDefinition measure,
            Instant until,
            boolean endUnknown,
            Map<String, Obligation> obligations,
            Instant knowledge) {
        List<Release.Because> because = new ArrayList<>();
        TimePoint end = measure.until();
        boolean awaitsDuty = end != null && end.awaitsDuty();
        if (endUnknown || until.equals(Instant.MAX) && !awaitsDuty) {
            because.add(new Release.Because("end-unknown", END_UNKNOWN, measure.clauses()));
        }
        Instant possible = until;
        ReleaseDefinition release = measure.release();
        if (release != null) {
            for (String need : release.needs()) {
                Obligation obligation = obligations.get(need);
                if (obligation == null) {
                    because.add(missing(Objects.requireNonNull(
                            subject.bound().pack().duties().get(need))));
                } else {
                    because.addAll(obligation.missing());
                    possible = Obligations.later(possible, obligation.knownAt());
                }
            }
            // What becomes known only after the restriction has ended by itself does not bring it back.
            Instant latest = because.isEmpty() ? possible : Instant.MAX;
            for (ReleaseDefinition.RefusalDefinition refusal : release.refusals()) {
                if (isRefused(subject, refusal, knowledge, latest)) {
                    because.add(new Release.Because(refusal.reason(), refusal.wording(), release.clauses()));
                }
            }
        }
        return new Release(
                because.isEmpty() ? possible : null, because.stream().distinct().toList());
    }

    private static Release.Because missing(DutyDefinition duty) {
        return new Release.Because("evidence-missing", duty.wording(), duty.clauses());
    }

    private static boolean isRefused(
            Case subject, ReleaseDefinition.RefusalDefinition refusal, Instant knowledge, Instant latest) {
        Instant since = refusal.since().isEmpty() ? Instant.MIN : subject.moment(refusal.since());
        for (StandingFact standing : subject.known(refusal.filter(), knowledge)) {
            boolean counts = since == null
                    || !refusal.filter().happenedAt(standing.fact()).isBefore(since);
            if (counts && !refusal.filter().knownAt(standing.fact()).isAfter(latest)) {
                return true;
            }
        }
        return false;
    }
}
