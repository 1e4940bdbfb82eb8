package org.bihuan.city;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bihuan.city.Fact.Subject;

/** The register's word on a resident. */
final class ResidentFacts {
    private final FactKeys keys;
    private final Instant registerReadAt;
    private final ZoneId zone;

    ResidentFacts(FactKeys keys, Instant registerReadAt, ZoneId zone) {
        this.keys = keys;
        this.registerReadAt = registerReadAt;
        this.zone = zone;
    }

    Fact of(Resident person) {
        Instant bornAt = person.born().atStartOfDay(zone).toInstant();
        Instant registeredAt = bornAt.isAfter(registerReadAt) ? bornAt : registerReadAt;
        return new Fact(
                keys.city("person/" + person.id()),
                FactNames.RESIDENT_REGISTER,
                FactNames.PERSON,
                FactNames.SCHEMA,
                registeredAt,
                registeredAt,
                List.of(subject(person.id())),
                person.residence(),
                new Payload()
                        .with(FactNames.NAME, person.name())
                        .with(FactNames.SEX, person.sex().word())
                        .with(FactNames.BORN, person.born())
                        .with(FactNames.OCCUPATION, person.occupation())
                        .with(FactNames.HOUSEHOLD, person.householdId())
                        .with(FactNames.RESIDENCE, person.residence())
                        .fields(),
                Optional.empty());
    }

    static Subject subject(String personId) {
        return new Subject(FactNames.PERSON, FactNames.PERSON, personId);
    }
}
