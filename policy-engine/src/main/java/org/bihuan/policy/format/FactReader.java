package org.bihuan.policy.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.HashId;
import org.jspecify.annotations.Nullable;

/**
 * Gives a raw fact its types, or says field by field what is wrong with it. Stateless but for the catalogue and the
 * list of divisions; thread-safe.
 */
public final class FactReader {
    private static final int LONGEST_BULK_TEXT = 200;

    private final FactCatalogue catalogue;
    private final Predicate<DivisionCode> divisions;

    /**
     * Makes a reader.
     *
     * @param catalogue kinds of fact
     * @param divisions whether a division exists
     */
    public FactReader(FactCatalogue catalogue, Predicate<DivisionCode> divisions) {
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    /** A fact, or the errors that keep it from being one. */
    public record Result(@Nullable Fact fact, List<FieldError> errors) {
        public Result {
            errors = List.copyOf(errors);
        }
    }

    /** The kind, empty when the catalogue does not know it. */
    public Optional<FactCatalogue.Kind> kind(String kind) {
        return catalogue.find(kind);
    }

    /** The fact as rules see it: a bulk fact that is not decisive only takes part in corrections. */
    public Fact seen(Fact fact) {
        FactCatalogue.Kind kind = catalogue.find(fact.kind()).orElse(null);
        return kind == null || kind.isSeen(fact.fields()) ? fact : fact.silenced();
    }

    /** The declaration that facts of the kind are read by, empty when the catalogue does not know the kind. */
    public Optional<UUID> declaration(String kind) {
        return catalogue.find(kind).map(FactCatalogue.Kind::declaration);
    }

    /** Reads the fact as recorded at the moment. Payload fields that the catalogue does not know are left to the store. */
    public Result read(RawFact raw, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        FactCatalogue.Kind kind = catalogue.find(raw.kind()).orElse(null);
        Map<String, FieldValue> fields = new HashMap<>();
        if (kind != null) {
            checkSubjects(raw, kind, errors);
            if (raw.schema() > kind.schema() || raw.schema() < 1) {
                errors.add(FieldError.of(
                        "schema",
                        raw.schema(),
                        "fact.schema",
                        "本系统只认识第1至" + kind.schema() + "版",
                        "this system knows versions 1 to " + kind.schema()));
            }
            for (FactCatalogue.Field field : kind.fields().values()) {
                Object value = raw.payload().get(field.name());
                if (value != null && !value.equals("")) {
                    FieldValue read = field(field, value, errors);
                    if (read != null) {
                        fields.put(field.name(), read);
                    }
                }
            }
            checkAhead(kind, fields, now, errors);
            PersonalForms.check(kind, fields, errors);
            if (kind.bulk() != null) {
                checkBulk(raw, kind, errors);
            }
        } else if (raw.subjects().isEmpty()) {
            errors.add(FieldError.of("subjects", "", "fact.subjects", "至少要有一个主体", "at least one subject is required"));
        }
        Instant occurred = occurredAt(raw, kind, fields, now, errors);
        Instant stated = statedAt(raw, kind, fields, now, errors);
        DivisionCode division = raw.division() == null ? null : division("division", raw.division(), errors);
        FactId corrects = corrects(raw, errors);
        if (!errors.isEmpty() || occurred == null) {
            return new Result(null, errors);
        }
        Fact fact = new Fact(
                FactId.of(raw.source(), raw.key()),
                raw.kind(),
                occurred,
                stated,
                raw.order(),
                now,
                raw.trust(),
                corrects,
                raw.subjects(),
                division,
                fields);
        return new Result(fact, errors);
    }

    private static void checkSubjects(RawFact raw, FactCatalogue.Kind kind, List<FieldError> errors) {
        if (raw.subjects().isEmpty()) {
            errors.add(FieldError.of("subjects", "", "fact.subjects", "至少要有一个主体", "at least one subject is required"));
        }
        for (FactSubject subject : raw.subjects()) {
            if (!kind.subjects().isEmpty()
                    && !kind.subjects().contains(subject.subject().type())) {
                errors.add(FieldError.of(
                        "subjects",
                        subject.subject(),
                        "fact.subject-type",
                        kind.wording().zh() + "的主体只能是" + kind.subjects(),
                        "the subjects of " + kind.name() + " can be " + kind.subjects()));
            }
        }
        if (raw.kind().equals(Fact.RETRACTION) && raw.corrects() == null) {
            errors.add(FieldError.of(
                    "corrects", "", "fact.corrects", "撤回必须指明撤回哪一条", "a retraction names what it takes back"));
        }
        if (raw.kind().equals(Fact.SUBJECT_LINK) && raw.subjects().size() != 2) {
            errors.add(FieldError.of(
                    "subjects",
                    raw.subjects().size(),
                    "fact.subjects",
                    "合并必须恰好两个主体",
                    "a link names exactly two subjects"));
        }
    }

    /** A bulk fact is a narrow row: one subject in no other part than its type, and nothing but declared fields. */
    private static void checkBulk(RawFact raw, FactCatalogue.Kind kind, List<FieldError> errors) {
        if (raw.subjects().size() > 1
                || raw.subjects().stream()
                        .anyMatch(each -> !each.role().equals(each.subject().type()))) {
            errors.add(FieldError.of(
                    "subjects",
                    raw.subjects(),
                    "fact.bulk-subject",
                    kind.wording().zh() + "只能有一个主体，不带角色",
                    kind.name() + " is about one subject, without a role"));
        }
        raw.payload().forEach((field, value) -> {
            if (!kind.fields().containsKey(field)) {
                errors.add(FieldError.of(
                        field,
                        value,
                        "fact.bulk-field",
                        kind.wording().zh() + "只收声明过的字段" + kind.fields().keySet(),
                        kind.name() + " takes declared fields only: "
                                + kind.fields().keySet()));
            } else if (String.valueOf(value).length() > LONGEST_BULK_TEXT) {
                errors.add(FieldError.of(
                        field,
                        value,
                        "field.length",
                        "不得超过" + LONGEST_BULK_TEXT + "个字",
                        "has at most " + LONGEST_BULK_TEXT + " characters"));
            }
        });
    }

    private @Nullable FieldValue field(FactCatalogue.Field field, Object value, List<FieldError> errors) {
        String text = String.valueOf(value).strip();
        return switch (field.type()) {
            case TIME -> {
                Instant time = time(field.name(), text, errors);
                yield time == null ? null : new FieldValue.Moment(time);
            }
            case DATE -> date(field, text, errors);
            case NUMBER -> number(field, text, errors);
            case DIVISION -> {
                DivisionCode division = division(field.name(), text, errors);
                yield division == null ? null : new FieldValue.Place(division);
            }
            case CHOICE -> {
                if (!field.choices().contains(text)) {
                    errors.add(FieldError.of(
                            field.name(),
                            text,
                            "field.choice",
                            "必须是" + String.join("、", field.choices()) + "之一",
                            "must be one of " + String.join(", ", field.choices())));
                    yield null;
                }
                yield new FieldValue.Text(text);
            }
            case TEXT -> new FieldValue.Text(text);
        };
    }

    private static @Nullable FieldValue date(FactCatalogue.Field field, String text, List<FieldError> errors) {
        try {
            return new FieldValue.Day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            errors.add(FieldError.of(
                    field.name(), text, "field.date", "必须是日期，如1986-05-03", "must be a date such as 1986-05-03"));
            return null;
        }
    }

    private static @Nullable FieldValue number(FactCatalogue.Field field, String text, List<FieldError> errors) {
        try {
            if (text.length() > 30) {
                throw new NumberFormatException("too long");
            }
            BigDecimal number = new BigDecimal(text);
            Long minimum = field.minimum();
            if (Math.abs(number.scale()) <= 12
                    && (minimum == null || number.compareTo(BigDecimal.valueOf(minimum)) >= 0)) {
                return new FieldValue.Amount(number);
            }
            errors.add(FieldError.of(
                    field.name(), text, "field.minimum", "不得小于" + minimum, "must not be less than " + minimum));
        } catch (NumberFormatException e) {
            errors.add(FieldError.of(field.name(), text, "field.number", "必须是数字", "must be a number"));
        }
        return null;
    }

    private @Nullable DivisionCode division(String field, String text, List<FieldError> errors) {
        DivisionCode division = DivisionCode.parse(text).orElse(null);
        if (division == null || !divisions.test(division)) {
            errors.add(FieldError.of(
                    field,
                    text,
                    "field.division",
                    division == null ? "必须是12位统计用区划代码" : "没有这个区划",
                    division == null ? "must be a 12-digit division code" : "no such division"));
            return null;
        }
        return division;
    }

    private static @Nullable Instant time(String field, String text, List<FieldError> errors) {
        Instant time = Times.parse(text);
        if (time == null) {
            errors.add(FieldError.of(
                    field,
                    text,
                    "field.time",
                    "必须是带时区的ISO 8601时间，如2020-07-20T15:30+08:00",
                    "must be a time in ISO 8601 with offset or Z, such as 2020-07-20T15:30+08:00"));
        }
        return time;
    }

    /** Refuses what lies ahead of now, but for reports that are pending and arrivals that have been declared. */
    private static void checkAhead(
            FactCatalogue.Kind kind, Map<String, FieldValue> fields, Instant now, List<FieldError> errors) {
        for (FactCatalogue.Field field : kind.fields().values()) {
            if (!(fields.get(field.name()) instanceof FieldValue.Moment moment)
                    || !moment.value().isAfter(now)
                    || field.mayLieAhead()) {
                continue;
            }
            boolean planned = field.name().equals(kind.occurred())
                    && kind.plannedBy() != null
                    && fields.get(kind.plannedBy()) instanceof FieldValue.Moment declared
                    && !declared.value().isAfter(now);
            if (!planned) {
                errors.add(FieldError.of(
                        field.name(),
                        moment.value(),
                        "field.ahead",
                        "晚于当前时刻 " + now,
                        "lies after the present moment " + now));
            }
        }
    }

    private static @Nullable Instant occurredAt(
            RawFact raw,
            FactCatalogue.@Nullable Kind kind,
            Map<String, FieldValue> fields,
            Instant now,
            List<FieldError> errors) {
        String field = kind == null ? null : kind.occurred();
        if (field != null && fields.get(field) instanceof FieldValue.Moment moment) {
            return moment.value();
        }
        if (raw.occurredAt() == null) {
            if (field != null && raw.kind().startsWith("duty-")) {
                // What is said of a duty is put in order by its own time, never by when it arrives here.
                errors.add(FieldError.of(field, "", "field.required", "必填", "is required"));
            }
            return now;
        }
        return past("occurredAt", raw.occurredAt(), now, errors);
    }

    /**
     * When the source spoke, or else when the thing happened. A statement that tells neither has no date of its own:
     * the moment of recording would make the answer depend on what arrived first.
     */
    private static Instant statedAt(
            RawFact raw,
            FactCatalogue.@Nullable Kind kind,
            Map<String, FieldValue> fields,
            Instant now,
            List<FieldError> errors) {
        String stated = raw.statedAt();
        String field = kind == null ? null : kind.occurred();
        Instant known = null;
        if (stated != null) {
            known = past("statedAt", stated, now, errors);
        } else if (field != null && fields.get(field) instanceof FieldValue.Moment moment) {
            known = moment.value();
        } else if (raw.occurredAt() != null) {
            known = Times.parse(raw.occurredAt());
        }
        if (known != null) {
            return known;
        }
        return raw.kind().equals(Fact.RETRACTION) ? Fact.UNDATED_RETRACTION : Fact.UNDATED;
    }

    private static @Nullable Instant past(String field, String text, Instant now, List<FieldError> errors) {
        Instant time = time(field, text, errors);
        if (time != null && time.isAfter(now)) {
            errors.add(
                    FieldError.of(field, text, "field.ahead", "晚于当前时刻 " + now, "lies after the present moment " + now));
        }
        return time;
    }

    private static @Nullable FactId corrects(RawFact raw, List<FieldError> errors) {
        String text = raw.corrects();
        if (text == null) {
            return null;
        }
        FactId id = FactId.of(raw.source(), text);
        if (text.length() == 36) {
            try {
                id = new FactId(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                id = FactId.of(raw.source(), text);
            }
        }
        if (id.value().equals(HashId.of("fact", raw.source(), raw.key()))) {
            errors.add(FieldError.of("corrects", text, "fact.corrects", "不能更正自己", "a fact cannot correct itself"));
        }
        return id;
    }
}
