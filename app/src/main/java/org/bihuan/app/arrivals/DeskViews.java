package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Reason;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Makes what the vehicle desk shows. Thread-safe. */
@Component
class DeskViews {
    private static final int OWED = 4;

    private final Vehicles vehicles;
    private final Expected expected;
    private final Faces faces;
    private final Labels labels;
    private final Duties duties;
    private final ArrivalSettings settings;
    private final ClaimViews claims;

    DeskViews(
            Vehicles vehicles,
            Expected expected,
            Faces faces,
            Labels labels,
            Duties duties,
            ArrivalSettings settings,
            ClaimViews claims) {
        this.vehicles = vehicles;
        this.expected = expected;
        this.faces = faces;
        this.labels = labels;
        this.duties = duties;
        this.settings = settings;
        this.claims = claims;
    }

    /**
     * The desk.
     *
     * @param vehicle id of the vehicle in the queue that is being dealt with, empty for none
     * @param done id of the vehicle just dealt with, empty for none
     */
    DeskView of(
            Map<String, String> typed,
            String error,
            String find,
            String vehicle,
            String done,
            Asker asker,
            Instant now) {
        Map<String, String> values = new HashMap<>(typed);
        List<VehicleStop> open = vehicles.open();
        List<VehicleStop> latest = vehicles.latest(now);
        Map<String, String> plates =
                plates(Stream.concat(open.stream(), latest.stream()).toList(), now);
        String sought = find;
        if (!vehicle.isEmpty() && plates.containsKey(vehicle)) {
            values.putIfAbsent("vehicle", vehicle);
            values.putIfAbsent(Words.PLATE, plates.getOrDefault(vehicle, ""));
            sought = find.isEmpty() ? plates.getOrDefault(vehicle, "") : find;
        }
        List<VehicleStop> passing = sought.isEmpty()
                ? List.of()
                : NumberPlate.parse(sought).map(vehicles::openWith).orElse(List.of()).stream()
                        .filter(each -> !each.subject().id().equals(vehicle))
                        .toList();
        if (!find.isEmpty() && NumberPlate.parse(find).isPresent() && !find.matches("[0-9a-f]{8}|[0-9]{4}")) {
            values.putIfAbsent(Words.PLATE, find);
        }
        DivisionCode region = asker.region();
        List<DestinationChoice> destinations =
                DestinationChoice.in(List.of(region.level() <= 2 ? region : region.atLevel(2)));
        return new DeskView(
                values.getOrDefault("key", UUID.randomUUID().toString()),
                values,
                error,
                find,
                sought.isEmpty() ? List.of() : expected.find(sought, asker, now),
                passing,
                open,
                latest,
                plates,
                done,
                done.isEmpty() ? List.of() : results(new SubjectId(Words.VEHICLE, done), asker, now),
                destinations,
                labels.choices(Words.LANDING, "point"),
                settings.riskLevels().values().stream().distinct().toList(),
                now);
    }

    private Map<String, String> plates(List<VehicleStop> stops, Instant now) {
        Map<String, String> plates = new HashMap<>();
        faces.of(stops.stream().map(VehicleStop::subject).toList(), Words.PLATE, Action.LIST, now)
                .forEach((vehicle, plate) -> plates.put(vehicle.id(), plate));
        return plates;
    }

    /** What holds for those who sit in a vehicle of the asker's region. */
    private List<DeskResult> results(SubjectId vehicle, Asker asker, Instant now) {
        if (vehicles.find(vehicle).isEmpty()) {
            return List.of();
        }
        Set<SubjectId> people = new LinkedHashSet<>(vehicles.people(vehicle, Words.INSPECTION));
        Map<SubjectId, String> names = faces.of(people, "name", Action.LIST, now);
        List<DeskResult> results = new ArrayList<>();
        for (SubjectId person : people) {
            Asking.asMachine(() -> duties.findSubject(person, now))
                    .ifPresent(
                            state -> results.add(result(state, names.getOrDefault(state.subject(), ""), asker, now)));
        }
        return results;
    }

    private DeskResult result(SubjectState state, String name, Asker asker, Instant now) {
        Reason reason = state.decision().reasons().stream()
                .filter(each -> settings.rules().tables().contains(each.table()))
                .findFirst()
                .orElse(state.decision().reasons().stream().findFirst().orElse(null));
        boolean undecided = reason != null
                && state.decision().refusals().stream()
                        .anyMatch(refusal ->
                                refusal.field() != null && refusal.wording().equals(reason.wording()));
        return new DeskResult(
                state.subject(),
                name,
                reason == null ? null : reason.wording(),
                undecided,
                state.decision().duties().stream()
                        .filter(duty -> duty.stateAt(now) == Duty.State.OPEN || duty.stateAt(now) == Duty.State.LATE)
                        .sorted(Comparator.comparing(Duty::dueAt))
                        .limit(OWED)
                        .map(duty -> new DeskResult.Owed(duty.wording(), duty.dueAt()))
                        .toList(),
                claims.of(state.aliases(), asker, now));
    }
}
