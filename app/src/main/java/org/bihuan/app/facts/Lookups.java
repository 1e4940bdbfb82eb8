package org.bihuan.app.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.kernel.PersonName;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.PersonalForms;
import org.springframework.stereotype.Component;

/** Makes the lines of the index from what a fact says openly, before it is sealed. Thread-safe. */
@Component
class Lookups {
    private final KeyedHash hash;
    private final PersonNumbers numbers;

    Lookups(KeyedHash hash, PersonNumbers numbers) {
        this.hash = hash;
        this.numbers = numbers;
    }

    List<Lookup> of(Fact fact, FactReader reader) {
        List<Lookup> lookups = new ArrayList<>();
        reader.kind(fact.kind()).ifPresent(kind -> {
            for (FactCatalogue.Field field : kind.fields().values()) {
                FactCatalogue.Form form = field.form();
                if (form == null || !(fact.fields().get(field.name()) instanceof FieldValue.Text text)) {
                    continue;
                }
                for (UUID each : switch (form) {
                    case NAME -> ofName(text.value());
                    case PHONE ->
                        PhoneNumber.list(text.value()).stream()
                                .flatMap(phone -> Stream.of(ofPhone(phone), ofPhoneEnd(end(phone))))
                                .toList();
                    case PLATE ->
                        NumberPlate.parse(text.value()).map(this::ofPlate).stream()
                                .toList();
                    case DOCUMENT, CLAIMED_DOCUMENT ->
                        PersonalForms.document(field, text.value(), fact.fields()).stream()
                                .map(numbers::hashOf)
                                .toList();
                }) {
                    lookups.add(new Lookup(each, Secrecy.owner(fact), fact.id(), place(fact), Lookup.Role.of(form)));
                }
            }
        });
        return lookups;
    }

    /** Where the person is searched for: where they live, or whoever answers for the fact. */
    private static long place(Fact fact) {
        for (FieldValue value : fact.fields().values()) {
            if (value instanceof FieldValue.Place place) {
                return place.value().value();
            }
        }
        DivisionCode division = fact.division();
        return division == null ? 0 : division.value();
    }

    UUID ofPhone(PhoneNumber phone) {
        return hash.of("phone", phone.text());
    }

    /** What a checkpoint asks for: the last four digits. */
    UUID ofPhoneEnd(String end) {
        return hash.of("phone-end", end);
    }

    private static String end(PhoneNumber phone) {
        return phone.text().substring(phone.text().length() - 4);
    }

    UUID ofPlate(NumberPlate plate) {
        return hash.of("plate", plate.text());
    }

    private Set<UUID> ofName(String name) {
        PersonName compared = PersonName.of(name);
        Set<UUID> hashes = new HashSet<>();
        if (!compared.text().isEmpty()) {
            hashes.add(hash.of("name", compared.text()));
            compared.fragments().forEach(each -> hashes.add(hash.of("name-part", each)));
        }
        return hashes;
    }

    /** What a whole name leads to; empty when there is nothing to compare. */
    Optional<UUID> ofWholeName(String name) {
        String compared = PersonName.of(name).text();
        return compared.isEmpty() ? Optional.empty() : Optional.of(hash.of("name", compared));
    }

    /** What all must lead to a person for the name to be a part of theirs. */
    Set<UUID> ofSearchedName(String name) {
        PersonName compared = PersonName.of(name);
        Set<String> fragments = compared.fragments();
        Set<UUID> hashes = new HashSet<>();
        if (fragments.isEmpty() && !compared.text().isEmpty()) {
            hashes.add(hash.of("name", compared.text()));
        }
        fragments.forEach(each -> hashes.add(hash.of("name-part", each)));
        return hashes;
    }
}
