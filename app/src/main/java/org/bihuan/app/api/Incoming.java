package org.bihuan.app.api;

import java.util.List;
import java.util.Map;
import org.bihuan.exchange.Envelope;
import org.bihuan.exchange.EnvelopeException;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/**
 * An envelope as it came, or why it is none.
 *
 * @param raw the fact, null when refused
 * @param refused the refusal, null when there is none
 */
record Incoming(@Nullable RawFact raw, @Nullable FactAnswer refused) {
    private static final int LONGEST = 200;

    /** Reads a parsed JSON value. */
    static Incoming of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return refuse(null, new ErrorAnswer("", "", "fact.shape", "必须是一个JSON对象", "must be a JSON object"));
        }
        String key = map.get("key") instanceof String text ? text : null;
        if (!isText(value)) {
            return refuse(
                    key, new ErrorAnswer("", "", "text.character", "含有不可存储的字符", "holds a character that is no text"));
        }
        try {
            RawFact raw = Envelope.of(map, 0);
            ErrorAnswer error = error(raw);
            return error == null ? new Incoming(raw, null) : refuse(key, error);
        } catch (EnvelopeException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            int colon = message.indexOf(": ");
            String field = colon < 0 ? "" : message.substring(0, colon);
            return refuse(
                    key,
                    new ErrorAnswer(
                            field,
                            String.valueOf(map.get(field) == null ? "" : map.get(field)),
                            "fact.envelope",
                            "缺少或格式不对",
                            colon < 0 ? message : message.substring(colon + 2)));
        }
    }

    static Incoming refuse(@Nullable String key, ErrorAnswer error) {
        return new Incoming(null, new FactAnswer(key, null, "refused", List.of(error)));
    }

    private static @Nullable ErrorAnswer error(RawFact raw) {
        ErrorAnswer error = tooLong("key", raw.key());
        error = error == null ? tooLong("source", raw.source()) : error;
        error = error == null ? tooLong("kind", raw.kind()) : error;
        for (FactSubject subject : raw.subjects()) {
            error = error == null ? tooLong("subjects", subject.subject().id()) : error;
            if (!subject.subject().type().matches("[a-z][a-z0-9-]{0,39}")) {
                return new ErrorAnswer(
                        "subjects",
                        subject.subject().type(),
                        "subject.type",
                        "主体类型只能用小写字母、数字和连字符",
                        "a type of subject is written in lower-case letters, digits and hyphens");
            }
        }
        return error;
    }

    private static @Nullable ErrorAnswer tooLong(String field, String value) {
        return value.length() <= LONGEST
                ? null
                : new ErrorAnswer(
                        field,
                        value.substring(0, 40) + "…",
                        "text.length",
                        "最多" + LONGEST + "个字符",
                        "at most " + LONGEST + " characters");
    }

    /** Whether every text inside can be stored: no NUL, no half of a pair. */
    private static boolean isText(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream().allMatch(each -> isText(each.getKey()) && isText(each.getValue()));
            case List<?> list -> list.stream().allMatch(Incoming::isText);
            case String text ->
                text.codePoints()
                        .noneMatch(each ->
                                each == 0 || each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
            case null, default -> true;
        };
    }
}
