package org.bihuan.app.arrivals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Makes the packets of checkpoints. Not within a transaction, since whom it names is written down. Thread-safe. */
@Component
class CheckpointPackets {
    private static final int END = 4;
    private static final List<String> PERSONAL = List.of("name", "phone", Words.PLATE);

    private final Expected expected;
    private final Vehicles vehicles;
    private final Faces faces;
    private final CheckpointChoices choices;
    private final ArrivalSettings settings;

    CheckpointPackets(
            Expected expected, Vehicles vehicles, Faces faces, CheckpointChoices choices, ArrivalSettings settings) {
        this.expected = expected;
        this.vehicles = vehicles;
        this.faces = faces;
        this.choices = choices;
        this.settings = settings;
    }

    CheckpointPacket make(Asker asker, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        DivisionCode region = asker.region();
        List<Journey> coming = expected.all(asker, now, settings.packetMost());
        List<VehicleStop> open = vehicles.open();
        Map<SubjectId, Map<String, String>> said = faces.several(
                Stream.concat(
                                coming.stream().map(Journey::subject),
                                open.stream().map(VehicleStop::subject))
                        .toList(),
                PERSONAL,
                Action.EXPORT,
                now);
        List<CheckpointPacket.Person> people = new ArrayList<>();
        coming.forEach(each -> people.add(person(each, said.getOrDefault(each.subject(), Map.of()))));
        return new CheckpointPacket(
                UUID.randomUUID(),
                choices.place(region).zh(),
                now,
                now.plus(settings.packetKept()),
                people,
                open.stream()
                        .map(stop -> new CheckpointPacket.Vehicle(
                                stop.subject().id(),
                                said.getOrDefault(stop.subject(), Map.of()).getOrDefault(Words.PLATE, "—"),
                                Objects.requireNonNullElse(stop.queuedAt(), stop.noticedAt()),
                                stop.isPassing()))
                        .toList(),
                choices.destinations(region),
                choices.levels(),
                choices.points(),
                choices.origins());
    }

    private CheckpointPacket.Person person(Journey journey, Map<String, String> said) {
        String phone = said.getOrDefault("phone", "");
        DivisionCode origin = journey.origin();
        DivisionCode destination = journey.division();
        return new CheckpointPacket.Person(
                journey.subject().id(),
                MaskedName.of(said.getOrDefault("name", "")),
                origin == null ? null : choices.place(origin),
                destination == null ? null : choices.place(destination),
                journey.at(),
                journey.receipt(),
                said.getOrDefault(Words.PLATE, ""),
                phone.substring(Math.max(0, phone.length() - END)));
    }
}
