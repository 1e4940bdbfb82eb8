package org.bihuan.app.site;

import org.bihuan.policy.pack.Wording;

/** What somebody entered and cannot be taken: the field, its value, the rule and the way out, in both languages. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 60;

    private final String field;
    private final transient Wording label;
    private final String value;
    private final transient Wording rule;

    /**
     * @param field name of the field in forms and JSON
     * @param label what people call the field
     * @param value what was entered
     * @param rule what it must be, and what to do
     */
    public Refused(String field, Wording label, String value, Wording rule) {
        super(field + ": " + rule.en());
        this.field = field;
        this.label = label;
        this.value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        this.rule = rule;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public Wording rule() {
        return rule;
    }

    /** The whole sentence. */
    public String text(boolean chinese) {
        return chinese ? label.zh() + "「" + value + "」：" + rule.zh() : label.en() + " \"" + value + "\": " + rule.en();
    }
}
