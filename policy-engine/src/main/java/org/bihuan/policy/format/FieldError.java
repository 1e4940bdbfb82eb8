package org.bihuan.policy.format;

import org.bihuan.policy.pack.Wording;

/**
 * A field of a fact that cannot be taken.
 *
 * @param field name of the field or column
 * @param value the value as given, shortened
 * @param code stable code of the rule broken
 * @param rule the rule, for people
 */
public record FieldError(String field, String value, String code, Wording rule) {
    private static final int MOST = 80;

    /** An error whose value is shortened for showing. */
    public static FieldError of(String field, Object value, String code, String zh, String en) {
        String text = String.valueOf(value);
        String shown = text.length() <= MOST ? text : text.substring(0, MOST) + "…";
        return new FieldError(field, shown, code, new Wording(zh, en));
    }

    /** Field, value and rule in Chinese. */
    public String zh() {
        return field + "「" + value + "」：" + rule.zh();
    }

    /** Field, value and rule in English. */
    public String en() {
        return field + " \"" + value + "\": " + rule.en();
    }
}
