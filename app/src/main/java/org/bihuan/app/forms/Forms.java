package org.bihuan.app.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.imports.LedgerDesk;
import org.bihuan.app.rules.Rules;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.template.FormTemplate;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Departments' forms, and filling them. Thread-safe. */
@Service
public class Forms {
    private static final FileLimits LIMITS = new FileLimits(2L << 20, 20L << 20, 8L << 20, 500);

    private final FormStore store;
    private final FormFacts facts;
    private final Rules rules;
    private final LedgerDesk desk;
    private final MessageSource messages;
    private final ZoneId zone;

    Forms(
            FormStore store,
            FormFacts facts,
            Rules rules,
            LedgerDesk desk,
            MessageSource messages,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.store = store;
        this.facts = facts;
        this.rules = rules;
        this.desk = desk;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Adds a form.
     *
     * @throws FileRefused when it is no workbook, or names a field that nobody knows
     */
    public UUID add(String name, InputStream in, String by, Instant now) throws IOException {
        String known = name.strip();
        if (known.isEmpty() || known.length() > 60 || known.codePoints().anyMatch(Character::isISOControl)) {
            throw new FileRefused(
                    "template.name",
                    "表格名称「" + known + "」须为1至60个字",
                    "the name \"" + known + "\" has 1 to 60 characters");
        }
        byte[] bytes = in.readNBytes((int) LIMITS.fileBytes() + 1);
        return with(bytes, path -> {
            FormTemplate template = FormTemplate.open(path, LIMITS, names());
            FormView form = new FormView(
                    UUID.randomUUID(),
                    known,
                    template.fields().stream().sorted().toList());
            store.insert(form, bytes, by, now);
            return form.id();
        });
    }

    public void remove(UUID id) {
        store.delete(id);
    }

    /** All forms by name. */
    public List<FormView> list() {
        return store.list();
    }

    /** Names that a form may have in braces. */
    public Set<String> names() {
        return values().names();
    }

    private FormValues values() {
        return new FormValues(rules.catalogue(), desk.meaning().columns(), messages, zone);
    }

    /** Writes the form filled with what stands of the subject. */
    public void fill(UUID id, SubjectId subject, Locale locale, OutputStream out) throws IOException {
        List<StandingFact> standing = facts.standing(subject, id);
        Map<String, String> values = values().of(standing, locale);
        with(store.bytes(id).orElseThrow(), path -> {
            FormTemplate.open(path, LIMITS, names()).fill(values, out);
            return id;
        });
    }

    private interface Work {
        UUID on(Path path) throws IOException;
    }

    private static UUID with(byte[] bytes, Work work) throws IOException {
        Path path = Files.createTempFile("bihuan-form", ".xlsx");
        try {
            Files.write(path, bytes);
            return work.on(path);
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
