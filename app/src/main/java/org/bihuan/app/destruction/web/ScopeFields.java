package org.bihuan.app.destruction.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.destruction.Scope;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;

/** A scope as a form tells it: the id of a person, or kinds, place and day of an outbreak. */
final class ScopeFields {
    /** What the name of a kind's box begins with. */
    static final String KIND = "kind-";

    private ScopeFields() {}

    /** Empty when neither a person nor an outbreak is told whole. */
    static Optional<Scope> scope(Map<String, String> values, String dayField, ZoneId zone) {
        String person = values.getOrDefault("person", "").strip();
        if (!person.isEmpty()) {
            return person.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new Scope.Person(new SubjectId("person", person)));
        }
        Set<String> kinds = values.keySet().stream()
                .filter(each -> each.startsWith(KIND))
                .map(each -> each.substring(KIND.length()))
                .collect(Collectors.toSet());
        return DivisionCode.parse(values.getOrDefault("division", "").strip())
                .flatMap(place -> day(values, dayField, zone).map(day -> new Scope.Outbreak(kinds, place, day)));
    }

    /** The beginning of the day. */
    static Optional<Instant> day(Map<String, String> values, String field, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(values.getOrDefault(field, ""))
                    .atStartOfDay(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(Map<String, String> values) {
        try {
            return Optional.of(UUID.fromString(values.getOrDefault("id", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
