package org.bihuan.app.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.FactFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes forms out of the catalogue of facts, and reads what is sent with them. Thread-safe. */
@Component
class DutyForms {
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final String DUTY = "duty";
    private static final int COUNTY = 3;

    private final Rules rules;
    private final DutyWork work;
    private final ZoneId zone;

    DutyForms(Rules rules, DutyWork work, @Value("${bihuan.zone}") ZoneId zone) {
        this.rules = rules;
        this.work = work;
        this.zone = zone;
    }

    /** What somebody sent, and what is wrong with it. */
    record Sent(String action, Map<String, String> values, List<FieldError> errors) {
        static final Sent NOTHING = new Sent("", Map.of(), List.of());

        boolean isFor(String action) {
            return this.action.equals(action);
        }

        String value(String name, String otherwise) {
            return values.getOrDefault(name, otherwise);
        }
    }

    Optional<DutyForm> evidence(DutyView duty, Words words, Sent sent, Instant now) {
        return work.evidence(duty)
                .flatMap(filter ->
                        rules.catalogue().find(filter.kind()).map(kind -> evidence(kind, filter, words, sent, now)));
    }

    private DutyForm evidence(FactCatalogue.Kind kind, FactFilter filter, Words words, Sent sent, Instant now) {
        List<FactCatalogue.Field> asked = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        for (FactCatalogue.Field field : kind.fields().values()) {
            Set<String> only = filter.where().getOrDefault(field.name(), Set.of());
            if (only.size() == 1) {
                fixed.add(words.of(field.wording())
                        + (words.isChinese() ? "：" : ": ")
                        + words.choice(only.iterator().next()));
            } else {
                asked.add(field);
            }
        }
        String name = words.factKind(kind.name());
        return form(
                "evidence",
                name,
                words.text("console.record", name),
                asked,
                filter.at(),
                Set.of(filter.at()),
                fixed,
                words,
                sent,
                now);
    }

    DutyForm work(WorkKind kind, Words words, Sent sent, Instant now) {
        String action = kind.name().toLowerCase(Locale.ROOT);
        List<FactCatalogue.Field> fields = rules.catalogue().find(kind.factKind()).stream()
                .flatMap(found -> found.fields().values().stream())
                .filter(field -> !field.name().equals(DUTY))
                .toList();
        return form(
                action,
                words.text("console.work." + action),
                words.text("console.work." + action + ".do"),
                fields,
                kind.timeField(),
                Set.copyOf(kind.required()),
                List.of(),
                words,
                sent,
                now);
    }

    private DutyForm form(
            String action,
            String title,
            String button,
            List<FactCatalogue.Field> asked,
            String timeField,
            Set<String> required,
            List<String> fixed,
            Words words,
            Sent sent,
            Instant now) {
        boolean own = sent.isFor(action);
        String shown = own ? sent.value("shownAt", input(now)) : input(now);
        List<FormField> fields = new ArrayList<>();
        for (FactCatalogue.Field field : asked) {
            String preset = field.name().equals(timeField) ? shown : "";
            fields.add(FormField.of(
                    field,
                    words,
                    own ? sent.value(field.name(), preset) : preset,
                    required.contains(field.name()),
                    own ? error(field.name(), sent, words) : null));
        }
        return new DutyForm(
                action,
                title,
                button,
                fields,
                fixed,
                shown,
                own
                        ? sent.value("key", UUID.randomUUID().toString())
                        : UUID.randomUUID().toString(),
                own
                        ? sent.errors().stream()
                                .map(error -> sentence(error, asked, words))
                                .toList()
                        : List.of());
    }

    private static @org.jspecify.annotations.Nullable String error(String field, Sent sent, Words words) {
        return sent.errors().stream()
                .filter(error -> error.field().equals(field))
                .findFirst()
                .map(error -> words.of(error.rule()))
                .orElse(null);
    }

    private static String sentence(FieldError error, List<FactCatalogue.Field> asked, Words words) {
        String name = asked.stream()
                .filter(field -> field.name().equals(error.field()))
                .findFirst()
                .map(field -> words.of(field.wording()))
                .orElse(error.field());
        return words.text("console.error", name, error.value(), words.of(error.rule()));
    }

    /** The fields of the fact; times of the form get the zone of this installation. */
    Map<String, Object> fields(String factKind, Map<String, String> values, String timeField) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, FactCatalogue.Field> known =
                rules.catalogue().find(factKind).map(FactCatalogue.Kind::fields).orElse(Map.of());
        values.forEach((name, value) -> {
            FactCatalogue.Field field = known.get(name);
            if (field == null || name.equals(DUTY) || value.isBlank()) {
                return;
            }
            if (name.equals(timeField) && value.equals(values.get("shownAt"))) {
                return; // left as it was: the moment of sending
            }
            fields.put(
                    name,
                    switch (field.type()) {
                        case TIME -> moment(value);
                        case DIVISION -> division(value.strip());
                        default -> value.strip();
                    });
        });
        return fields;
    }

    /** The code of a county that is called so, when there is one only; else what was written, to be judged as a code. */
    private static String division(String value) {
        List<DivisionCode> called = DivisionCode.parse(value).isPresent()
                ? List.of()
                : Divisions.load().list(COUNTY).stream()
                        .filter(code -> Divisions.load()
                                        .findName(code)
                                        .filter(value::equals)
                                        .isPresent()
                                || Divisions.load().fullName(code).equals(value))
                        .toList();
        return called.size() == 1 ? called.getFirst().toString() : value;
    }

    private String moment(String value) {
        try {
            return LocalDateTime.parse(value.strip())
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException e) {
            return value; // refused with its rule when it is recorded
        }
    }

    private String input(Instant now) {
        return INPUT.format(now.truncatedTo(ChronoUnit.MINUTES).atZone(zone));
    }
}
