package org.bihuan.app.facts;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.PersonalForms;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Component;

/** Whose documents a fact names before it is sealed, and of whom it tells who they are. Thread-safe. */
@Component
class FactDocuments {
    private static final String PERSON = "person";

    private final PersonNumbers numbers;

    FactDocuments(PersonNumbers numbers) {
        this.numbers = numbers;
    }

    /** Keyed hashes of documents in subjects, key, plain fields and fields of that form. */
    Set<UUID> of(RawFact raw, FactReader reader, Instant now) {
        Set<UUID> hashes = new HashSet<>();
        numbers.in(raw, reader)
                .forEach(each ->
                        IdentityDocument.recognise(each).map(numbers::hashOf).ifPresent(hashes::add));
        reader.kind(raw.kind())
                .ifPresent(kind -> kind.fields().values().stream()
                        .filter(field -> field.form() == FactCatalogue.Form.DOCUMENT
                                && raw.payload().containsKey(field.name()))
                        .forEach(field -> {
                            Fact fact = reader.read(raw, now).fact();
                            if (fact != null && fact.fields().get(field.name()) instanceof FieldValue.Text text) {
                                PersonalForms.document(field, text.value(), fact.fields())
                                        .map(numbers::hashOf)
                                        .ifPresent(hashes::add);
                            }
                        }));
        return hashes;
    }

    /** The people of whom the fact says something that is sealed. */
    Set<String> toldOf(RawFact raw, FactReader reader) {
        Set<String> people = new HashSet<>();
        if (!Secrecy.secretFields(raw, reader).isEmpty()) {
            raw.subjects().stream()
                    .filter(each -> each.subject().type().equals(PERSON))
                    .forEach(each -> people.add(each.subject().toString()));
        }
        return people;
    }
}
