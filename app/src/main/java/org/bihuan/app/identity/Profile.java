package org.bihuan.app.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.kernel.DocumentKind;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PersonName;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;

/**
 * What stands about a person, open. A later statement goes before an earlier one.
 *
 * @param subject who
 * @param names names, the one in force first
 * @param documents documents
 * @param phones telephones
 * @param born day of birth, empty when nobody said it
 */
record Profile(
        SubjectId subject,
        List<String> names,
        Set<IdentityDocument> documents,
        Set<PhoneNumber> phones,
        Optional<LocalDate> born) {
    static final String NAME = "name";
    static final String DOCUMENT_KIND = "documentKind";
    static final String DOCUMENT_NUMBER = "documentNumber";
    static final String PHONE = "phone";
    static final String BORN = "born";

    /** @param standing open facts of the person, the weakest statement first */
    static Profile of(SubjectId subject, List<Fact> standing, Optional<String> number) {
        List<String> names = new ArrayList<>();
        Set<IdentityDocument> documents = new LinkedHashSet<>();
        Set<PhoneNumber> phones = new LinkedHashSet<>();
        Optional<LocalDate> born = Optional.empty();
        number.flatMap(IdentityDocument::ofWritten).ifPresent(documents::add);
        for (Fact fact : standing.reversed()) {
            String name = fact.text(NAME);
            if (name != null) {
                names.add(name);
            }
            String written = fact.text(DOCUMENT_NUMBER);
            if (written != null) {
                String kind = fact.text(DOCUMENT_KIND);
                (kind == null
                                ? IdentityDocument.recognise(written)
                                : DocumentKind.parse(kind).flatMap(known -> IdentityDocument.parse(known, written)))
                        .ifPresent(documents::add);
            }
            String phone = fact.text(PHONE);
            if (phone != null) {
                phones.addAll(PhoneNumber.list(phone));
            }
            if (born.isEmpty() && fact.fields().get(BORN) instanceof FieldValue.Day day) {
                born = Optional.of(day.value());
            }
        }
        return new Profile(subject, List.copyOf(names), documents, phones, born);
    }

    /** Whether the name in force holds the text. */
    boolean isCalled(String text) {
        String asked = PersonName.of(text).text();
        return names.stream()
                .limit(1)
                .anyMatch(each -> PersonName.of(each).text().contains(asked));
    }

    Found found() {
        return new Found(
                subject,
                names.isEmpty() ? "" : names.getFirst(),
                documents.stream().findFirst().map(IdentityDocument::masked).orElse(""),
                phones.stream().findFirst().map(PhoneNumber::masked).orElse(""));
    }
}
