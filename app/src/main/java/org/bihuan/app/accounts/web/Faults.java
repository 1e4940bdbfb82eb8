package org.bihuan.app.accounts.web;

import org.bihuan.app.accounts.Accounts;

/**
 * What is wrong with a form; nothing when the field is empty.
 *
 * @param rule message key
 */
public record Faults(String field, String rule) {
    static final Faults NONE = new Faults("", "");

    static Faults of(Accounts.Change change) {
        return switch (change) {
            case Accounts.Change.Done _ -> NONE;
            case Accounts.Change.Refused refused -> new Faults(refused.field(), refused.rule());
        };
    }

    public boolean isAbout(String name) {
        return field.equals(name);
    }

    public boolean isAny() {
        return !field.isEmpty();
    }
}
