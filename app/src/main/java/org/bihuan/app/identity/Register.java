package org.bihuan.app.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DocumentKind;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.ResidentNumber;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Registers people, merges and parts them: all by facts, so that nothing is lost. Thread-safe. */
@Service
public class Register {
    private static final String PERSON = "person";

    private final Facts facts;
    private final Finder finder;
    private final Rules rules;
    private final IdentitySettings settings;
    private final ZoneId zone;

    Register(Facts facts, Finder finder, Rules rules, IdentitySettings settings, @Value("${bihuan.zone}") ZoneId zone) {
        this.facts = facts;
        this.finder = finder;
        this.rules = rules;
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * Registers somebody, or adds to what is known of them when somebody has their document already. A telephone never
     * decides who they are.
     *
     * @param source who registers
     */
    public Registered register(Registration person, String source, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Optional<IdentityDocument> document = document(person, errors);
        if (person.name().isBlank()) {
            errors.add(FieldError.of("name", person.name(), "person.name", "必填", "is required"));
        }
        if (isChild(person, document, now) && person.guardian() == null) {
            errors.add(FieldError.of(
                    "guardian",
                    "",
                    "person.guardian",
                    "未满" + settings.guardianBelowYears() + "周岁，须登记监护人",
                    "younger than " + settings.guardianBelowYears() + ": a guardian must be on record"));
        }
        if (!errors.isEmpty()) {
            return new Registered.Refused(errors);
        }
        Optional<SubjectId> known =
                document.flatMap(each -> finder.byDocument(each, 1).stream().findFirst());
        SubjectId subject = known.orElseGet(() -> fresh(source, person.key()));
        Instant at = firstSaid(source, person.key(), now);
        List<RawFact> all = new ArrayList<>();
        all.add(fact(
                source,
                person.key(),
                PERSON,
                List.of(new FactSubject(PERSON, subject)),
                payload(person, document),
                at));
        SubjectId guardian = person.guardian();
        if (guardian != null) {
            Map<String, Object> relation = new LinkedHashMap<>();
            relation.put("relation", person.relation() == null ? "other-guardian" : person.relation());
            all.add(fact(
                    source,
                    person.key() + "/guardian",
                    "guardianship",
                    List.of(new FactSubject("ward", subject), new FactSubject("guardian", guardian)),
                    relation,
                    at));
        }
        return outcome(facts.append(all, rules.reader(), now), known.isPresent(), subject);
    }

    /** When it was said: a repeat says the same again, whenever it comes. */
    private Instant firstSaid(String source, String key, Instant now) {
        return facts.find(FactId.of(source, key)).map(Fact::occurredAt).orElse(now.truncatedTo(ChronoUnit.MICROS));
    }

    /** The same key of the same source gives the same id, so that a repeat is a repeat. */
    private static SubjectId fresh(String source, String key) {
        return new SubjectId(
                PERSON, "r" + HashId.of("registration", source, key).toString().replace("-", ""));
    }

    private static Optional<IdentityDocument> document(Registration person, List<FieldError> errors) {
        String number = person.documentNumber();
        String word = person.documentKind();
        if (number == null || number.isBlank()) {
            return Optional.empty();
        }
        DocumentKind kind = word == null
                ? DocumentKind.RESIDENT_ID
                : DocumentKind.parse(word).orElse(null);
        if (kind == null) {
            errors.add(FieldError.of(
                    "documentKind", String.valueOf(word), "person.document", "没有这种证件", "is no kind of document"));
            return Optional.empty();
        }
        Optional<IdentityDocument> document =
                word == null ? IdentityDocument.recognise(number) : IdentityDocument.parse(kind, number);
        if (document.isEmpty()) {
            errors.add(FieldError.of(
                    "documentNumber",
                    number,
                    "person.document",
                    kind.ruleInChinese() + "；请核对原件",
                    kind.ruleInEnglish() + "; compare with the document itself"));
        }
        return document;
    }

    private boolean isChild(Registration person, Optional<IdentityDocument> document, Instant now) {
        LocalDate born = person.born() != null
                ? person.born()
                : document.flatMap(each -> ResidentNumber.parse(each.number()))
                        .map(ResidentNumber::born)
                        .orElse(null);
        return born != null
                && ChronoUnit.YEARS.between(born, LocalDate.ofInstant(now, zone)) < settings.guardianBelowYears();
    }

    private static Map<String, Object> payload(Registration person, Optional<IdentityDocument> document) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("name", person.name().strip());
        document.ifPresent(each -> {
            payload.put("documentKind", each.kind().word());
            payload.put("documentNumber", each.number());
        });
        put(payload, "phone", person.phone());
        put(payload, "address", person.address());
        put(payload, "born", person.born());
        put(payload, "residence", person.residence());
        return payload;
    }

    private static void put(Map<String, Object> payload, String field, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            payload.put(field, value.toString());
        }
    }

    /**
     * Says that two people are one. Only those who share a document are; nothing is lost, since {@link #part} takes the
     * statement back.
     *
     * @param key the caller's key
     */
    public Registered merge(SubjectId one, SubjectId other, String reason, String source, String key, Instant now) {
        if (one.equals(other) || !shareDocument(one, other)) {
            return new Registered.Refused(List.of(FieldError.of(
                    "subjects",
                    one.id() + ", " + other.id(),
                    "person.merge",
                    "只有证件种类和号码相同的两人才能合并；电话相同不算",
                    "only people with the same document are one; an equal telephone is no reason")));
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        put(payload, "reason", reason);
        return outcome(
                facts.append(
                        List.of(fact(
                                source,
                                key,
                                Fact.SUBJECT_LINK,
                                List.of(new FactSubject(PERSON, one), new FactSubject(PERSON, other)),
                                payload,
                                firstSaid(source, key, now))),
                        rules.reader(),
                        now),
                false,
                one);
    }

    private boolean shareDocument(SubjectId one, SubjectId other) {
        Set<SubjectId> two = new HashSet<>(List.of(one, other));
        return finder.shareDocument(two);
    }

    /**
     * Takes a merge back.
     *
     * @param merge key of the merge, or id of its fact
     */
    public Registered part(String merge, SubjectId one, String reason, String source, String key, Instant now) {
        Map<String, Object> payload = new LinkedHashMap<>();
        put(payload, "reason", reason);
        return outcome(
                facts.append(
                        List.of(new RawFact(
                                source,
                                key,
                                Fact.RETRACTION,
                                1,
                                firstSaid(source, key, now).toString(),
                                null,
                                0,
                                0,
                                merge,
                                List.of(new FactSubject(PERSON, one)),
                                null,
                                payload)),
                        rules.reader(),
                        now),
                false,
                one);
    }

    private static RawFact fact(
            String source,
            String key,
            String kind,
            List<FactSubject> subjects,
            Map<String, Object> payload,
            Instant at) {
        return new RawFact(source, key, kind, 1, at.toString(), at.toString(), 0, 0, null, subjects, null, payload);
    }

    private Registered outcome(List<Append> answers, boolean known, SubjectId subject) {
        List<FieldError> errors = new ArrayList<>();
        for (Append each : answers) {
            switch (each) {
                case Append.Refused refused -> errors.addAll(refused.errors());
                case Append.Conflict conflict ->
                    errors.add(FieldError.of(
                            "key",
                            conflict.key(),
                            "key.conflict",
                            "同一编号已用于不同内容",
                            "is known already with another content"));
                case Append.Recorded _, Append.Repeated _ -> {} // as wished
            }
        }
        SubjectId canonical = facts.canonical(List.of(subject)).getOrDefault(subject, subject);
        return !errors.isEmpty()
                ? new Registered.Refused(errors)
                : known ? new Registered.Known(canonical) : new Registered.Done(canonical);
    }
}
