package org.bihuan.app.facts;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.app.vault.Vault;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.ResidentNumber;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ids of people that tell nothing. A source may call a person by the number of a resident card, as ledgers do: the number
 * is replaced by a random id that its keyed hash finds again, in subjects, idempotency keys and plain fields alike, and
 * lies sealed beside it. Any other id of a source's own stays as it is. Thread-safe.
 */
@Component
class PersonNumbers {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{16}[\\dXx](?![0-9A-Za-z])");
    private static final int SHORTEST = 18;
    private static final int RANDOM_BYTES = 16;

    private final LookupStore store;
    private final KeyedHash hash;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    PersonNumbers(LookupStore store, KeyedHash hash, Vault vault) {
        this.store = store;
        this.hash = hash;
        this.vault = vault;
    }

    /** The facts without numbers of resident cards where the database would show them. In the caller's transaction. */
    List<RawFact> replace(List<RawFact> facts, FactReader reader, Instant now) {
        Set<String> numbers = new LinkedHashSet<>();
        facts.forEach(each -> numbers.addAll(in(each, reader)));
        if (numbers.isEmpty()) {
            return facts;
        }
        Map<String, String> ids = ids(numbers, now);
        return facts.stream().map(each -> replaced(each, ids, reader)).toList();
    }

    /** The numbers that the database would show. */
    Set<String> in(RawFact fact, FactReader reader) {
        Set<String> numbers = new LinkedHashSet<>();
        collect(fact.key(), numbers);
        collect(fact.source(), numbers);
        collect(fact.corrects(), numbers);
        fact.subjects().forEach(subject -> collectSubject(subject.subject(), numbers));
        fact.payload().forEach((name, value) -> {
            if (isPlain(fact, name, reader)) {
                collect(value, numbers);
            }
        });
        return numbers;
    }

    /** The ids that the numbers among the subjects were replaced by; who is not known stays as asked. */
    Map<SubjectId, SubjectId> known(Collection<SubjectId> subjects) {
        Map<SubjectId, UUID> hashes = new HashMap<>();
        subjects.forEach(each -> document(each).ifPresent(document -> hashes.put(each, hashOf(document))));
        if (hashes.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> found = store.subjectsOf(hashes.values());
        Map<SubjectId, SubjectId> known = new HashMap<>();
        hashes.forEach((subject, each) -> {
            String id = found.get(each);
            if (id != null) {
                known.put(subject, SubjectId.parse(id));
            }
        });
        return known;
    }

    UUID hashOf(IdentityDocument document) {
        return hash.ofDocument(document);
    }

    private static Optional<IdentityDocument> document(SubjectId subject) {
        return subject.type().equals("person") ? IdentityDocument.recognise(subject.id()) : Optional.empty();
    }

    private static boolean isPlain(RawFact raw, String field, FactReader reader) {
        return reader.kind(raw.kind())
                .map(kind -> kind.fields().get(field))
                .filter(known -> !known.isPersonal() && known.type() != FactCatalogue.FieldType.TIME)
                .isPresent();
    }

    private static void collectSubject(SubjectId subject, Set<String> numbers) {
        document(subject)
                .ifPresentOrElse(document -> numbers.add(document.number()), () -> collect(subject.id(), numbers));
    }

    private static void collect(@Nullable Object value, Set<String> numbers) {
        if (value instanceof String text && mayHold(text)) {
            NUMBER.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(each -> ResidentNumber.parse(each).ifPresent(number -> numbers.add(number.text())));
        }
    }

    /** Whether there are as many digits together as in a number: most texts end here, and at a fraction of the cost. */
    private static boolean mayHold(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && text.length() >= SHORTEST; i++) {
            char each = text.charAt(i);
            digits = each >= '0' && each <= '9' ? digits + 1 : 0;
            if (digits == SHORTEST - 1) {
                return true;
            }
        }
        return false;
    }

    /** The id of each number, made for those that have none. */
    private Map<String, String> ids(Set<String> numbers, Instant now) {
        Map<IdentityDocument, String> none = new LinkedHashMap<>();
        numbers.forEach(each -> IdentityDocument.recognise(each).ifPresent(document -> none.put(document, "")));
        Map<String, String> ids = new HashMap<>();
        subjects(none, now).forEach((document, subject) -> ids.put(document.number(), subject.id()));
        return ids;
    }

    /**
     * Whom each document belongs to: who has had it from a source before, else the one given with it, else who registered
     * with it first, else somebody new. In the caller's transaction.
     *
     * @param before by document the subject that its owner has had so far, empty when they had none
     */
    Map<IdentityDocument, SubjectId> subjects(Map<IdentityDocument, String> before, Instant now) {
        Map<UUID, IdentityDocument> documents =
                new TreeMap<>(); // one order, so that two transactions do not wait in a circle
        before.keySet().forEach(document -> documents.put(hashOf(document), document));
        Map<UUID, String> found = store.numbered(documents.keySet());
        Map<UUID, String> registered = store.subjectsOf(documents.keySet());
        Map<UUID, String> fresh = new LinkedHashMap<>();
        documents.forEach((hash, document) -> {
            if (!found.containsKey(hash)) {
                String known = before.getOrDefault(document, "");
                fresh.put(hash, known.isEmpty() ? registered.getOrDefault(hash, newId()) : known);
            }
        });
        if (!fresh.isEmpty()) {
            Map<String, DataKey> keys = vault.keysOf(fresh.values(), now);
            store.insertNumbers(
                    fresh,
                    each -> Objects.requireNonNull(keys.get(fresh.get(each)))
                            .seal(sealed(Objects.requireNonNull(documents.get(each))), "number:" + each));
            found.putAll(store.numbered(fresh.keySet()));
        }
        Map<IdentityDocument, SubjectId> subjects = new HashMap<>();
        documents.forEach(
                (hash, document) -> subjects.put(document, SubjectId.parse(Objects.requireNonNull(found.get(hash)))));
        return subjects;
    }

    /** A number that tells its kind by itself lies alone, as it did before other documents could. */
    private static String sealed(IdentityDocument document) {
        return IdentityDocument.recognise(document.number()).isPresent() ? document.number() : document.written();
    }

    private String newId() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "person:p" + new BigInteger(1, bytes).toString(Character.MAX_RADIX);
    }

    private static RawFact replaced(RawFact raw, Map<String, String> ids, FactReader reader) {
        Map<String, Object> payload = new LinkedHashMap<>(raw.payload());
        payload.replaceAll((name, value) ->
                value instanceof String text && isPlain(raw, name, reader) ? replaced(text, ids) : value);
        String corrects = raw.corrects();
        return new RawFact(
                replaced(raw.source(), ids),
                replaced(raw.key(), ids),
                raw.kind(),
                raw.schema(),
                raw.occurredAt(),
                raw.statedAt(),
                raw.order(),
                raw.trust(),
                corrects == null ? null : replaced(corrects, ids),
                raw.subjects().stream().map(each -> replaced(each, ids)).toList(),
                raw.division(),
                payload);
    }

    private static FactSubject replaced(FactSubject subject, Map<String, String> ids) {
        String id = document(subject.subject())
                .map(document ->
                        ids.getOrDefault(document.number(), subject.subject().id()))
                .orElseGet(() -> replaced(subject.subject().id(), ids));
        return new FactSubject(subject.role(), new SubjectId(subject.subject().type(), id));
    }

    private static String replaced(String text, Map<String, String> ids) {
        return !mayHold(text)
                ? text
                : NUMBER.matcher(text)
                        .replaceAll(match -> ids.getOrDefault(match.group().toUpperCase(Locale.ROOT), match.group()));
    }
}
