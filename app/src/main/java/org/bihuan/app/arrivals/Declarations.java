package org.bihuan.app.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.pack.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declarations by the travellers themselves, who need no account. Each person is one of their own until somebody has seen
 * their document, and no arrival is stated: a declaration restricts nobody. Thread-safe.
 */
@Service
class Declarations {
    static final String SOURCE = "self-declaration";

    private final Facts facts;
    private final Rules rules;
    private final Labels labels;
    private final PlaceNames places;
    private final ArrivalSettings settings;
    private final ZoneId zone;

    Declarations(
            Facts facts,
            Rules rules,
            Labels labels,
            PlaceNames places,
            ArrivalSettings settings,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.facts = facts;
        this.rules = rules;
        this.labels = labels;
        this.places = places;
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * Takes a declaration; sent again it changes nothing, and sent again with another content it is refused.
     *
     * @return the key of its receipt
     * @throws Refused when something cannot be taken
     */
    @Transactional(label = Asking.MACHINE)
    public String declare(Fields fields, Instant now) {
        String key = Entered.key(fields.of("key")).toString();
        Optional<Receipt> sent = receipt(key);
        Instant at = sent.map(Receipt::declaredAt).orElse(now); // so that the same form says the same facts
        List<DeclaredPerson> people = DeclaredPerson.read(fields, labels, settings.companions());
        if (sent.filter(receipt -> receipt.people() != people.size()).isPresent()) {
            throw Labels.sentOtherwise(key);
        }
        if (people.getFirst().phone().isEmpty()) {
            throw new Refused(
                    "phone",
                    labels.of(Words.PERSON, "phone"),
                    "",
                    new Wording("必填：卡口凭后四位查到您", "is required: a checkpoint finds you by its last four digits"));
        }
        Instant expected =
                fields.requiredMoment(Words.EXPECTED_AT, labels.of(Words.DECLARATION, Words.EXPECTED_AT), zone);
        checkTime(fields, expected, at);
        DivisionCode destination = Entered.division(
                Words.DESTINATION, labels.of(Words.DECLARATION, Words.DESTINATION), fields.of(Words.DESTINATION));
        DivisionCode origin =
                places.origin(Words.ORIGIN, labels.of(Words.DECLARATION, Words.ORIGIN), fields.of(Words.ORIGIN), at);
        Journeyed journey = Journeyed.read(fields, labels, zone);
        RawFacts all = new RawFacts(SOURCE, key, at);
        people.forEach(person -> journey.add(all, person, origin, destination, expected, key, at));
        // Its people are the destination's by now, and whoever sends it again is nobody's: the facts are compared only.
        List<Append> answers = sent.isPresent()
                ? Asking.asMachine(() -> facts.append(all.all(), rules.reader(), now))
                : facts.append(all.all(), rules.reader(), now);
        labels.requireTaken(answers, Words.DECLARATION);
        return key;
    }

    private void checkTime(Fields fields, Instant expected, Instant now) {
        Wording label = labels.of(Words.DECLARATION, Words.EXPECTED_AT);
        Duration late = settings.late();
        if (expected.isBefore(now.minus(late))) {
            throw new Refused(
                    Words.EXPECTED_AT,
                    label,
                    fields.of(Words.EXPECTED_AT),
                    new Wording(
                            "已过去" + late.toDays() + "天以上，不能在此补报；请直接到社区（村）登记",
                            "is more than " + late.toDays() + " days ago and cannot be declared here: register with the"
                                    + " community"));
        }
        Duration ahead = settings.ahead();
        if (expected.isAfter(now.plus(ahead))) {
            throw new Refused(
                    Words.EXPECTED_AT,
                    label,
                    fields.of(Words.EXPECTED_AT),
                    new Wording(
                            "最多提前" + ahead.toDays() + "天申报；请核对日期，或临近出发时再申报",
                            "can be declared at most " + ahead.toDays()
                                    + " days ahead: check the date or come back later"));
        }
    }

    /** The receipt of the key; empty when there is none. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Optional<Receipt> receipt(String key) {
        Optional<Fact> first = facts.find(id(key, 0));
        return first.map(fact -> {
            int people = 1;
            for (int i = 1; i <= settings.companions(); i++) {
                people += facts.find(id(key, i)).isPresent() ? 1 : 0;
            }
            Instant declared = fact.occurredAt();
            Instant expected =
                    Optional.ofNullable(fact.moment(Words.EXPECTED_AT)).orElse(declared);
            String to = fact.fields().get(Words.DESTINATION) instanceof FieldValue.Place place
                    ? Divisions.load().fullName(place.value())
                    : "";
            return new Receipt(number(key), declared, expected, to, people, !expected.isAfter(declared));
        });
    }

    /** What the receipt of a declaration is called: eight characters that nobody guesses who has not seen it. */
    static String number(String key) {
        return HashId.of("receipt", key).toString().substring(0, 8);
    }

    private static FactId id(String key, int person) {
        return FactId.of(SOURCE, key + "/" + person);
    }
}
