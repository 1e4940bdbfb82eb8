package org.bihuan.app.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SealedText;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what facts say of people on its way into the record, and opens it on its way out. Sealed are the fields that the
 * catalogue calls personal and all that it does not know, since nobody can say what is in there. The key is that of the
 * person the fact is about, or of its first subject where there is no person. Thread-safe.
 */
@Component
class Secrecy {
    private static final String PERSON = "person";

    private final Vault vault;
    private final JsonMapper json;

    Secrecy(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** Whose key seals the fact. */
    static String owner(Fact fact) {
        for (FactSubject each : fact.subjects()) {
            if (each.subject().type().equals(PERSON)) {
                return each.subject().toString();
            }
        }
        return fact.subjects().getFirst().subject().toString();
    }

    /** The facts as they may lie in the database. In the caller's transaction. */
    List<NewFact> seal(List<NewFact> plain, FactReader reader, Instant now) {
        Map<NewFact, Set<String>> secret = new IdentityHashMap<>(); // a fact's own hash reads all of it
        Set<String> owners = new LinkedHashSet<>();
        for (NewFact each : plain) {
            // bulk kinds have typed columns only, none of them personal
            Set<String> fields = each.isBulk() ? Set.of() : secretFields(each.raw(), reader);
            if (!fields.isEmpty()) {
                secret.put(each, fields);
                owners.add(owner(each.fact()));
            }
        }
        if (secret.isEmpty()) {
            return plain;
        }
        Map<String, DataKey> keys = vault.keysOf(owners, now);
        return plain.stream()
                .map(each -> secret.containsKey(each)
                        ? sealed(
                                each,
                                secret.getOrDefault(each, Set.of()),
                                Objects.requireNonNull(keys.get(owner(each.fact()))))
                        : each)
                .toList();
    }

    /** Names of the fields that are sealed. */
    static Set<String> secretFields(RawFact raw, FactReader reader) {
        Map<String, FactCatalogue.Field> known =
                reader.kind(raw.kind()).map(FactCatalogue.Kind::fields).orElse(Map.of());
        Set<String> fields = new LinkedHashSet<>();
        raw.payload().keySet().forEach(name -> {
            FactCatalogue.Field field = known.get(name);
            if (field == null || field.isPersonal()) {
                fields.add(name);
            }
        });
        return fields;
    }

    private NewFact sealed(NewFact plain, Set<String> secret, DataKey key) {
        Fact fact = plain.fact();
        Map<String, Object> payload = new LinkedHashMap<>(plain.raw().payload());
        Map<String, FieldValue> fields = new HashMap<>(fact.fields());
        payload.replaceAll((name, value) -> {
            if (!secret.contains(name)) {
                return value;
            }
            String token = Token.seal(key, json.writeValueAsString(value), Token.context(fact.id(), name));
            fields.computeIfPresent(name, (field, old) -> new FieldValue.Text(token));
            return token;
        });
        return new NewFact(
                Payloads.with(plain.raw(), payload), fact.withFields(fields), plain.kind(), plain.contentHash());
    }

    /**
     * Facts as they were sent, with open values where a field has been declared since that is not personal: it was
     * sealed because nobody knew it.
     */
    Map<FactId, RawFact> forTyping(Map<FactId, RawFact> raws, FactReader reader) {
        Map<FactId, Map<String, Object>> payloads = new LinkedHashMap<>();
        raws.forEach((id, raw) -> {
            Map<String, FactCatalogue.Field> known =
                    reader.kind(raw.kind()).map(FactCatalogue.Kind::fields).orElse(Map.of());
            Map<String, Object> closed = new LinkedHashMap<>(raw.payload());
            closed.entrySet().removeIf(each -> {
                FactCatalogue.Field field = known.get(each.getKey());
                return !SealedText.is(each.getValue()) || field == null || field.isPersonal();
            });
            if (!closed.isEmpty()) {
                payloads.put(id, closed);
            }
        });
        if (payloads.isEmpty()) {
            return raws;
        }
        Map<UUID, DataKey> keys = keys(payloads.values());
        Map<FactId, RawFact> open = new LinkedHashMap<>(raws);
        payloads.forEach((id, closed) -> open.computeIfPresent(id, (same, raw) -> {
            Map<String, Object> payload = new LinkedHashMap<>(raw.payload());
            closed.forEach((name, value) -> {
                Object plain = open(value, keys, Token.context(id, name));
                if (plain == null) {
                    payload.remove(name);
                } else {
                    payload.put(name, plain);
                }
            });
            return Payloads.with(raw, payload);
        }));
        return open;
    }

    /** The facts with their texts open; a field whose key was destroyed is gone. Whoever asks has written down who reads. */
    List<Fact> open(Collection<Fact> facts) {
        List<Map<String, Object>> closed = new ArrayList<>();
        facts.forEach(fact -> closed.add(sealedFields(fact)));
        if (closed.stream().allMatch(Map::isEmpty)) {
            return List.copyOf(facts);
        }
        Map<UUID, DataKey> keys = keys(closed);
        return facts.stream().map(fact -> open(fact, keys)).toList();
    }

    private static Map<String, Object> sealedFields(Fact fact) {
        Map<String, Object> closed = new HashMap<>();
        fact.fields().forEach((name, value) -> {
            if (value instanceof FieldValue.Text text && SealedText.is(text.value())) {
                closed.put(name, text.value());
            }
        });
        return closed;
    }

    private Fact open(Fact fact, Map<UUID, DataKey> keys) {
        Map<String, FieldValue> fields = new HashMap<>(fact.fields());
        sealedFields(fact).forEach((name, value) -> {
            Object plain = open(value, keys, Token.context(fact.id(), name));
            if (plain == null) {
                fields.remove(name);
            } else {
                fields.put(
                        name,
                        new FieldValue.Text(
                                FieldCodec.clean(String.valueOf(plain).strip())));
            }
        });
        return fact.withFields(fields);
    }

    private Map<UUID, DataKey> keys(Collection<Map<String, Object>> closed) {
        Set<UUID> ids = new LinkedHashSet<>();
        closed.forEach(fields ->
                fields.values().forEach(value -> Token.parse(value).ifPresent(token -> ids.add(token.key()))));
        return ids.isEmpty() ? Map.of() : vault.byIds(ids);
    }

    /** The value, null when its key was destroyed. */
    private @Nullable Object open(Object value, Map<UUID, DataKey> keys, String context) {
        Token token = Token.parse(value).orElse(null);
        if (token == null) {
            return value; // a text that only looks like one
        }
        DataKey key = keys.get(token.key());
        return key == null ? null : json.readValue(token.open(key, context), Object.class);
    }
}
