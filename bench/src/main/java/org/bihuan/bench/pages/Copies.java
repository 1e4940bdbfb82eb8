package org.bihuan.bench.pages;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.app.vault.Vault;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PersonName;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.SealedText;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes all models once more as other people, in the shape in which the server keeps what was recorded: ids are made from
 * the model's by a hash, what tells who somebody is gets sealed with a key of their own, and the index of names and numbers
 * leads to them.
 */
final class Copies {
    private static final Pattern SEALED = Pattern.compile("\"(\\w+)\":\"(" + SealedText.PREFIX + "[^\"]+)\"");
    private static final int KEY_BYTES = 16;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final KeyedHash hash;
    private final Clock clock;

    Copies(ConfigurableApplicationContext server) {
        this.jdbc = server.getBean(JdbcTemplate.class);
        this.transactions = server.getBean(TransactionTemplate.class);
        this.vault = server.getBean(Vault.class);
        this.hash = server.getBean(KeyedHash.class);
        this.clock = server.getBean(Clock.class);
    }

    /** The facts that say who the models are. */
    private record Model(UUID fact, String subject, String payload, String fields, long division) {}

    /** Makes one copy of every model. */
    void make(int copy, int models) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            for (String sql : CopySql.STATEMENTS) {
                jdbc.update(sql.replace(":copy", Integer.toString(copy)));
            }
            List<Model> all = jdbc.query(
                    CopySql.MODELS,
                    (row, number) -> new Model(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5)));
            Map<String, DataKey> keys = vault.keysOf(
                    all.stream().map(model -> model.subject() + "-" + copy).toList(), now);
            Rows rows = new Rows();
            all.forEach(model -> person(
                    model,
                    model.subject() + "-" + copy,
                    Identity.of(copy * models + number(model.subject())),
                    id(model.fact(), copy),
                    keys,
                    rows));
            rows.write(copy);
        });
    }

    private static int number(String subject) {
        return Integer.parseInt(subject.substring(subject.length() - 5));
    }

    private static UUID id(UUID model, int copy) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(
                    MessageDigest.getInstance("MD5").digest((model + "-" + copy).getBytes(StandardCharsets.US_ASCII)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void person(
            Model model, String subject, Identity identity, UUID fact, Map<String, DataKey> keys, Rows rows) {
        DataKey key = Objects.requireNonNull(keys.get(subject));
        Map<String, String> open =
                Map.of("name", identity.name(), "documentNumber", identity.document(), "phone", identity.phone());
        String payload = model.payload();
        String fields = model.fields();
        Map<String, String> sealed = new LinkedHashMap<>();
        for (Matcher found = SEALED.matcher(payload); found.find(); ) {
            sealed.put(found.group(1), found.group(2));
        }
        for (Map.Entry<String, String> each : sealed.entrySet()) {
            String token =
                    seal(key, Objects.requireNonNull(open.get(each.getKey())), "fact:" + fact + ":" + each.getKey());
            payload = payload.replace(each.getValue(), token);
            fields = fields.replace(each.getValue(), token);
        }
        rows.models.add(model.fact());
        rows.facts.add(fact);
        rows.payloads.add(payload);
        rows.fields.add(fields);
        PersonName name = PersonName.of(identity.name());
        rows.lookup(hash.of("name", name.text()), subject, fact, model.division(), false);
        name.fragments()
                .forEach(each -> rows.lookup(hash.of("name-part", each), subject, fact, model.division(), false));
        PhoneNumber phone = PhoneNumber.parse(identity.phone()).orElseThrow();
        rows.lookup(hash.of("phone", phone.text()), subject, fact, model.division(), false);
        IdentityDocument document =
                IdentityDocument.recognise(identity.document()).orElseThrow();
        rows.lookup(
                hash.of("document", document.kind().word(), document.number()), subject, fact, model.division(), true);
    }

    private static String seal(DataKey key, String text, String context) {
        byte[] sealed = key.seal("\"" + text + "\"", context);
        ByteBuffer bytes = ByteBuffer.allocate(KEY_BYTES + sealed.length)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(sealed);
        return SealedText.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Columns of what only Java can make. */
    private final class Rows {
        private final List<UUID> models = new ArrayList<>();
        private final List<UUID> facts = new ArrayList<>();
        private final List<String> payloads = new ArrayList<>();
        private final List<String> fields = new ArrayList<>();
        private final List<UUID> hashes = new ArrayList<>();
        private final List<String> subjects = new ArrayList<>();
        private final List<UUID> said = new ArrayList<>();
        private final List<Long> divisions = new ArrayList<>();
        private final List<Boolean> documents = new ArrayList<>();

        void lookup(UUID key, String subject, UUID fact, long division, boolean isDocument) {
            hashes.add(key);
            subjects.add(subject);
            said.add(fact);
            divisions.add(division);
            documents.add(isDocument);
        }

        void write(int copy) {
            jdbc.update(
                    CopySql.PERSON_FACTS.replace(":copy", Integer.toString(copy)),
                    models.toArray(UUID[]::new),
                    facts.toArray(UUID[]::new),
                    payloads.toArray(String[]::new),
                    fields.toArray(String[]::new));
            jdbc.update(
                    CopySql.LOOKUPS,
                    hashes.toArray(UUID[]::new),
                    subjects.toArray(String[]::new),
                    said.toArray(UUID[]::new),
                    divisions.toArray(Long[]::new),
                    documents.toArray(Boolean[]::new));
        }
    }
}
