package org.bihuan.app.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Vehicles as checkpoints know them. Thread-safe. */
@Component
class Vehicles {
    private static final int MOST = 500;
    private static final int SHOWN = 50;

    private final StopStore stops;
    private final Finder finder;
    private final Facts facts;
    private final Duration latest;

    Vehicles(StopStore stops, Finder finder, Facts facts, ArrivalSettings settings) {
        this.stops = stops;
        this.finder = finder;
        this.facts = facts;
        this.latest = settings.latest();
    }

    /** Those of the asker's region that wait or pass through. */
    @Transactional(readOnly = true)
    public List<VehicleStop> open() {
        return stops.open(SHOWN);
    }

    /** Those of the asker's region dealt with last. */
    @Transactional(readOnly = true)
    public List<VehicleStop> latest(Instant now) {
        return stops.latest(now.minus(latest), SHOWN);
    }

    /** The stop, as far as the asker sees it. */
    @Transactional(readOnly = true)
    public Optional<VehicleStop> find(SubjectId vehicle) {
        return stops.find(vehicle);
    }

    /** Those anywhere that carry the plate and wait or pass through, the latest first: one may leave by another checkpoint. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<VehicleStop> openWith(NumberPlate plate) {
        List<SubjectId> known = finder.byPlate(plate, MOST).stream()
                .filter(each -> each.type().equals(Words.VEHICLE))
                .toList();
        return known.isEmpty() ? List.of() : stops.openOf(known);
    }

    /** The stop wherever it was, for whoever has found it by its plate. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Optional<VehicleStop> anywhere(SubjectId vehicle) {
        return stops.find(vehicle);
    }

    /** The stop that the paper form of the checkpoint was typed as before. */
    @Transactional(readOnly = true)
    public Optional<VehicleStop> ofPaper(DivisionCode division, String paper) {
        return stops.ofPaper(division, paper);
    }

    /** People who sit in it, by the facts of a kind. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> people(SubjectId vehicle, String kind) {
        List<SubjectId> people = new ArrayList<>();
        facts.read(facts.groups(List.of(vehicle)))
                .values()
                .forEach(own -> own.facts().stream()
                        .filter(fact -> fact.kind().equals(kind))
                        .map((Fact fact) -> fact.subjectOfType(Words.PERSON))
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(people::add));
        return people;
    }
}
