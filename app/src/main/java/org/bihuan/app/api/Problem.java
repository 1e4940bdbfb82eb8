package org.bihuan.app.api;

import java.util.List;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An error as problem details (RFC 9457).
 *
 * @param type always {@code about:blank}: the code says what it is
 * @param status HTTP status
 * @param title the rule in both languages
 * @param code stable code of the rule broken
 * @param field field, parameter or header that is wrong, null when none is
 * @param value its value, shortened, null when there is none
 * @param rule the rule alone, in both languages
 * @param zh the whole sentence in Chinese
 * @param en the whole sentence in English
 * @param errors further errors of the same request
 */
record Problem(
        String type,
        int status,
        String title,
        String code,
        @Nullable String field,
        @Nullable String value,
        Wording rule,
        String zh,
        String en,
        List<ErrorAnswer> errors) {
    private static final int LONGEST_VALUE = 100;

    static Problem of(int status, String code, String zh, String en) {
        return new Problem(
                "about:blank", status, title(zh, en), code, null, null, new Wording(zh, en), zh, en, List.of());
    }

    static Problem ofField(int status, String code, String field, @Nullable Object value, String zh, String en) {
        String text = value == null ? "" : value.toString();
        String shown = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
        return new Problem(
                "about:blank",
                status,
                title(zh, en),
                code,
                field,
                shown,
                new Wording(zh, en),
                field + "「" + shown + "」：" + zh,
                field + " \"" + shown + "\": " + en,
                List.of());
    }

    /** The first error as the problem's own, all of them in its list. */
    static Problem ofErrors(int status, List<ErrorAnswer> errors) {
        ErrorAnswer first = errors.getFirst();
        Problem problem = ofField(status, first.code(), first.field(), first.value(), first.zh(), first.en());
        return new Problem(
                problem.type,
                status,
                problem.title,
                problem.code,
                problem.field,
                problem.value,
                problem.rule,
                problem.zh,
                problem.en,
                errors);
    }

    private static String title(String zh, String en) {
        return zh + " / " + en;
    }
}
