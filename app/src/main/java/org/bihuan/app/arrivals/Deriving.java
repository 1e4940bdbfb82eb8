package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.arrivals.domain.Journeys;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Judged;
import org.bihuan.app.facts.Marks;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Writes journeys and stops as subjects are judged. Thread-safe. */
@Component
class Deriving {
    private final ArrivalSettings settings;
    private final JourneyStore journeys;
    private final StopStore stops;
    private final ClaimMarks claims;
    private final Marks marks;

    Deriving(ArrivalSettings settings, JourneyStore journeys, StopStore stops, ClaimMarks claims, Marks marks) {
        this.settings = settings;
        this.journeys = journeys;
        this.stops = stops;
        this.claims = claims;
        this.marks = marks;
    }

    /**
     * What a worker has found, but for subjects of whom something was recorded since it read: that is written already, and
     * another worker comes to it. In the caller's transaction, which sees everything.
     */
    void found(List<Judged> judged) {
        Set<SubjectId> newer = marks.idsBySubject(
                        judged.stream().map(Judged::subject).toList())
                .keySet();
        write(
                newer.isEmpty()
                        ? judged
                        : judged.stream()
                                .filter(each -> !newer.contains(each.subject()))
                                .toList());
    }

    private void write(List<Judged> judged) {
        List<SubjectId> people = new ArrayList<>();
        List<Journey> found = new ArrayList<>();
        List<SubjectId> vehicles = new ArrayList<>();
        List<VehicleStop> seen = new ArrayList<>();
        for (Judged each : judged) {
            switch (each.subject().type()) {
                case Words.PERSON -> {
                    people.add(each.subject());
                    found.addAll(Journeys.of(settings.rules(), each.dossier(), each.decision()));
                }
                case Words.VEHICLE -> {
                    vehicles.add(each.subject());
                    VehicleStop.of(each.dossier()).ifPresent(seen::add);
                }
                default -> {} // nobody arrives
            }
        }
        if (!people.isEmpty()) {
            journeys.replace(people, claims.on(found, judged));
        }
        if (!vehicles.isEmpty()) {
            stops.replace(vehicles, seen);
        }
    }

    /**
     * At once what the workers will write in a moment, so that whoever records something sees it on the next page. Not a
     * method of its own transaction.
     */
    void now(Duties duties, Collection<SubjectId> subjects, Instant at) {
        List<Judged> judged = new ArrayList<>();
        Asking.asMachine(() -> subjects.stream()
                .distinct()
                .forEach(each -> duties.findSubject(each, at)
                        .ifPresent(
                                state -> judged.add(new Judged(state.subject(), state.dossier(), state.decision())))));
        write(judged);
    }
}
