package org.bihuan.policy.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.decide.Reason;
import org.bihuan.policy.decide.Refusal;
import org.bihuan.policy.decide.Release;
import org.bihuan.policy.fact.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A decision in lines that a person can read and a scenario can compare: times in the jurisdiction's civil time, seconds
 * only where there are some.
 */
public final class DecisionText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    private DecisionText(ZoneId zone) {
        this.zone = zone;
    }

    /** The lines: because, measure, duty, release, refused, signal. */
    public static List<String> lines(Decision decision, ZoneId zone) {
        DecisionText text = new DecisionText(zone);
        List<String> lines = new ArrayList<>();
        decision.reasons().forEach(reason -> lines.add(because(reason)));
        decision.measures().forEach(measure -> lines.add(text.measure(measure)));
        decision.duties().forEach(duty -> lines.add(text.duty(duty, decision.decidedAt())));
        Release release = decision.now().release();
        if (release != null) {
            lines.add(text.release(release));
        }
        decision.refusals().forEach(refusal -> lines.add(refused(refusal)));
        decision.signals().forEach(signal -> lines.add(text.signal(signal)));
        return lines;
    }

    private static String because(Reason reason) {
        return "because " + reason.table() + "/" + reason.row() + " " + clauses(reason.clauses());
    }

    private String measure(Measure measure) {
        return "measure " + measure.kind() + " " + time(measure.from()) + " → " + time(measure.until())
                + (measure.overdueSince() == null ? "" : " overdue since " + time(measure.overdueSince())) + " "
                + clauses(measure.clauses());
    }

    private String duty(Duty duty, Instant now) {
        return "duty " + duty.kind() + " " + duty.obligation() + "/" + duty.step() + " "
                + duty.stateAt(now).name().toLowerCase(Locale.ROOT) + " " + time(duty.opensAt()) + " → "
                + time(duty.dueAt()) + " " + duty.owner() + handling(duty) + " " + clauses(duty.clauses());
    }

    /** Who has been told to do it, and what came of it so far. */
    private String handling(Duty duty) {
        StringBuilder text = new StringBuilder();
        if (duty.assignee() != null) {
            text.append(", assigned to ").append(duty.assignee());
        }
        for (Duty.Attempt attempt : duty.attempts()) {
            text.append(", tried ").append(time(attempt.at())).append(' ').append(attempt.result());
        }
        if (duty.nextAttemptAt() != null) {
            text.append(", again ").append(time(duty.nextAttemptAt()));
        }
        return text.toString();
    }

    private String release(Release release) {
        if (release.refusedBecause().isEmpty()) {
            return "release " + time(release.possibleAt());
        }
        return "release refused: "
                + release.refusedBecause().stream()
                        .map(because -> because.reason() + " " + clauses(because.clauses()))
                        .collect(Collectors.joining("; "));
    }

    private static String refused(Refusal refusal) {
        return "refused "
                + (refusal.parameter() != null
                        ? "parameter " + refusal.parameter() + " in "
                                + (refusal.division() == null ? "the jurisdiction" : refusal.division())
                        : "field " + refusal.field())
                + " " + clauses(refusal.clauses());
    }

    private String signal(Signal signal) {
        return "signal " + signal.name() + "=" + signal.value() + " " + time(signal.from()) + " → "
                + time(signal.until());
    }

    private static String clauses(List<String> clauses) {
        return "(" + clauses.stream().sorted().collect(Collectors.joining(" ")) + ")";
    }

    private String time(@Nullable Instant time) {
        if (time == null) {
            return "open";
        }
        return (time.getEpochSecond() % 60 == 0 && time.getNano() == 0 ? MINUTES : SECONDS).format(time.atZone(zone));
    }
}
