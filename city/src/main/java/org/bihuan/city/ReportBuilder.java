package org.bihuan.city;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.city.Traveller.Papers;
import org.bihuan.city.Traveller.Report;
import org.bihuan.city.Traveller.Source;

/** Who tells of an arrival, when, and with which time: sources differ by hours. Immutable. */
final class ReportBuilder {
    /** A slip between the 12-hour and the 24-hour clock. */
    private static final Duration SLIP = Duration.ofHours(12);

    private final ReportScenario scenario;
    private final Instant end;

    ReportBuilder(ReportScenario scenario, Instant end) {
        this.scenario = scenario;
        this.end = end;
    }

    /** At least one, in the order they were told. */
    List<Report> build(Dice dice, Instant leftAt, Instant arrivedAt, Papers papers) {
        List<Report> all = new ArrayList<>();
        papers.declaredAt()
                .ifPresent(
                        at -> all.add(new Report(Source.DECLARATION, hourly(arrivedAt.plus(offset(dice))), at, false)));
        if (arrivedAt.isBefore(end)) {
            all.add(new Report(Source.CHECKPOINT, arrivedAt, arrivedAt, false));
        }
        papers.registeredAt()
                .ifPresent(at -> all.add(new Report(Source.LEDGER, written(dice, leftAt, arrivedAt, at), at, false)));
        int count = Math.min(scenario.count().draw(dice), all.size());
        List<Report> told = new ArrayList<>(all.subList(all.size() - count, all.size()));
        Report last = told.getLast();
        if (last.source() == Source.LEDGER && dice.chance(scenario.corrected())) {
            correct(dice, told, last);
        }
        return told.stream()
                .map(report -> single(report, told.size(), arrivedAt))
                .toList();
    }

    /** A lone source is believed: it tells the true time. */
    private static Report single(Report report, int reports, Instant arrivedAt) {
        return reports == 1 ? new Report(report.source(), arrivedAt, report.toldAt(), false) : report;
    }

    private void correct(Dice dice, List<Report> told, Report right) {
        Instant correctedAt = right.toldAt().plus(scenario.apartHours().drawHours(dice));
        if (correctedAt.isBefore(end)) {
            told.removeLast();
            told.add(new Report(Source.LEDGER, right.arrivedAt().minus(SLIP), right.toldAt(), false));
            told.add(new Report(Source.LEDGER, right.arrivedAt(), correctedAt, true));
        }
    }

    private Duration offset(Dice dice) {
        Duration apart = scenario.apartHours().drawHours(dice);
        return dice.chance(0.5) ? apart : apart.negated();
    }

    /** The ledger's time: by minutes, after the departure and not after the entry itself. */
    private Instant written(Dice dice, Instant leftAt, Instant arrivedAt, Instant registeredAt) {
        Instant written = arrivedAt.plus(offset(dice)).truncatedTo(ChronoUnit.MINUTES);
        return written.isAfter(registeredAt) || !written.isAfter(leftAt) ? arrivedAt : written;
    }

    private static Instant hourly(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
