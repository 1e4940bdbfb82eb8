package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.Register;
import org.bihuan.app.identity.Registered;
import org.bihuan.app.identity.Registration;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who sits in a vehicle: those who declared are known, the others are registered. Thread-safe. */
@Component
class Boarding {
    /** Rows of the form; a coach takes several forms. */
    static final int ROWS = 8;

    private final Register register;
    private final Expected expected;
    private final PlaceNames places;
    private final Labels labels;
    private final Facts facts;

    Boarding(Register register, Expected expected, PlaceNames places, Labels labels, Facts facts) {
        this.register = register;
        this.expected = expected;
        this.places = places;
        this.labels = labels;
        this.facts = facts;
    }

    /**
     * The people of the form. In the caller's transaction.
     *
     * @param passes whether they only pass through, which needs neither origin nor destination
     */
    List<Aboard> board(Fields fields, String key, boolean passes, Officer officer, Instant now) {
        List<Aboard> aboard = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            if (fields.has("person" + i)) {
                aboard.add(declared(fields, i, officer, now));
            } else if (fields.has("name" + i) || fields.has("document" + i)) {
                aboard.add(fresh(fields, i, key, passes, aboard, officer, now));
            }
        }
        return aboard;
    }

    private Aboard declared(Fields fields, int row, Officer officer, Instant now) {
        SubjectId person = new SubjectId(Words.PERSON, fields.of("person" + row));
        Journey journey = expected.require(person, officer.asker(), now)
                .orElseThrow(() -> new Refused(
                        "person" + row,
                        labels.of(Words.PERSON, "name"),
                        Integer.toString(row),
                        new Wording(
                                "这份申报已办理或不在本市；请重新查找",
                                "this declaration was dealt with or is not for this city: search again")));
        return new Aboard(
                row,
                person,
                journey.origin(),
                journey.division(),
                journey.steps().declaredAt(),
                declaration(person).orElse(null),
                fields.has("doubt" + row));
    }

    private Aboard fresh(
            Fields fields, int row, String key, boolean passes, List<Aboard> before, Officer officer, Instant now) {
        String name = fields.text("name" + row, labels.of(Words.PERSON, "name"));
        DivisionCode to = passes ? null : destination(fields);
        Registration registration = new Registration(
                key + "/" + row,
                name,
                null,
                fields.has("document" + row) ? fields.of("document" + row) : null,
                fields.has("phone" + row) ? fields.of("phone" + row) : null,
                null,
                null,
                to,
                null,
                null);
        SubjectId subject = register(registration, row, before, officer, now);
        DivisionCode from = passes
                ? null
                : places.origin(
                        Words.ORIGIN,
                        labels.of(Words.ARRIVAL, Words.ORIGIN),
                        fields.has("origin" + row) ? fields.of("origin" + row) : fields.of(Words.ORIGIN),
                        now);
        return new Aboard(row, subject, from, to, null, null, fields.has("doubt" + row));
    }

    private DivisionCode destination(Fields fields) {
        return Entered.division(
                Words.DESTINATION, labels.of(Words.ARRIVAL, Words.DESTINATION), fields.of(Words.DESTINATION));
    }

    /** A child is registered with the first adult of the vehicle, until somebody says who answers for it. */
    private SubjectId register(Registration person, int row, List<Aboard> before, Officer officer, Instant now) {
        Registered answer = register.register(person, officer.source(), now);
        if (answer instanceof Registered.Refused refused
                && !before.isEmpty()
                && refused.errors().stream().anyMatch(error -> error.code().equals("person.guardian"))) {
            answer = register.register(withGuardian(person, before.getFirst().subject()), officer.source(), now);
        }
        return switch (answer) {
            case Registered.Done done -> done.subject();
            case Registered.Known known -> known.subject();
            case Registered.Refused refused -> {
                FieldError error = refused.errors().getFirst();
                throw new Refused(
                        error.field() + row, labels.of(Words.PERSON, error.field()), error.value(), error.rule());
            }
        };
    }

    private static Registration withGuardian(Registration person, @Nullable SubjectId guardian) {
        return new Registration(
                person.key(),
                person.name(),
                person.documentKind(),
                person.documentNumber(),
                person.phone(),
                person.address(),
                person.born(),
                person.residence(),
                guardian,
                null);
    }

    private Optional<Fact> declaration(SubjectId person) {
        return facts.read(facts.groups(List.of(person))).values().stream()
                .flatMap(own -> Corrections.standing(own.facts()).stream())
                .map(StandingFact::fact)
                .filter(fact -> fact.kind().equals(Words.DECLARATION))
                .max(Fact.BY_PRECEDENCE);
    }
}
