package org.bihuan.app.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.identity.Registration;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.DocumentKind;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/** Reads what is sent about people. */
final class PersonBody {
    private PersonBody() {}

    static @Nullable String text(Map<?, ?> body, String field) {
        Object value = body.get(field);
        return value == null
                        || value instanceof Map
                        || value instanceof Iterable
                        || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    static String required(Map<?, ?> body, String field) {
        String text = text(body, field);
        if (text == null) {
            throw ApiException.badField("value.required", field, "", "必填", "is required");
        }
        return text;
    }

    static IdentityDocument document(@Nullable String word, String number) {
        DocumentKind kind = word == null
                ? DocumentKind.RESIDENT_ID
                : DocumentKind.parse(word)
                        .orElseThrow(() -> ApiException.badField(
                                "person.document", "documentKind", word, "没有这种证件", "is no kind of document"));
        return (word == null ? IdentityDocument.recognise(number) : IdentityDocument.parse(kind, number))
                .orElseThrow(() -> ApiException.badField(
                        "person.document", "documentNumber", number, kind.ruleInChinese(), kind.ruleInEnglish()));
    }

    static Optional<DivisionCode> division(Map<?, ?> body, String field) {
        String text = text(body, field);
        return text == null ? Optional.empty() : DutyFilter.division(text);
    }

    static Registration registration(Map<?, ?> body) {
        String guardian = text(body, "guardian");
        return new Registration(
                required(body, "key"),
                required(body, "name"),
                text(body, "documentKind"),
                text(body, "documentNumber"),
                text(body, "phone"),
                text(body, "address"),
                day(body, "born"),
                division(body, "residence").orElse(null),
                guardian == null ? null : new SubjectId("person", guardian),
                text(body, "relation"));
    }

    private static @Nullable LocalDate day(Map<?, ?> body, String field) {
        String text = text(body, field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.badField(
                    "field.date", field, text, "必须是日期，如1986-05-03", "must be a date such as 1986-05-03");
        }
    }
}
