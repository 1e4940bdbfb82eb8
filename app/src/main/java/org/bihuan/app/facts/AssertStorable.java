package org.bihuan.app.facts;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SealedText;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;

/**
 * Refuses names that the store could not give back as they came: a control character in a subject's id would part it in
 * two, a colon in its type would make it another subject, and what is too long has no place in an index.
 */
final class AssertStorable {
    private static final int LONGEST = 200;
    private static final int MOST_SUBJECTS = 1_000;

    private AssertStorable() {}

    static List<FieldError> errors(RawFact raw) {
        List<FieldError> errors = new ArrayList<>();
        check("source", raw.source(), errors);
        check("key", raw.key(), errors);
        check("kind", raw.kind(), errors);
        if (raw.subjects().size() > MOST_SUBJECTS) {
            errors.add(FieldError.of(
                    "subjects",
                    raw.subjects().size(),
                    "fact.subjects",
                    "主体不得超过" + MOST_SUBJECTS + "个",
                    "at most " + MOST_SUBJECTS + " subjects"));
        }
        raw.payload().forEach((name, value) -> {
            if (SealedText.is(value)) {
                errors.add(FieldError.of(
                        name,
                        value,
                        "fact.sealed",
                        "不得以" + SealedText.PREFIX + "开头，那是加密内容的标志",
                        "must not begin with " + SealedText.PREFIX + ", which marks what is encrypted"));
            }
        });
        for (FactSubject each : raw.subjects()) {
            check("subjects", each.role(), errors);
            check("subjects", each.subject().id(), errors);
            check("subjects", each.subject().type(), errors);
            if (each.subject().type().indexOf(':') >= 0) {
                errors.add(FieldError.of(
                        "subjects",
                        each.subject().type(),
                        "fact.subject-type",
                        "主体类型不得含冒号",
                        "the type of a subject has no colon"));
            }
        }
        return errors;
    }

    private static void check(String field, String text, List<FieldError> errors) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of(
                    field,
                    text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                    "fact.name",
                    "不得含控制字符，不得超过" + LONGEST + "个字",
                    "has no control characters and at most " + LONGEST + " characters"));
        }
    }
}
