package org.bihuan.app.work;

import java.util.List;

/** What can be said about a duty besides the evidence that meets it, each a kind of fact that the machine reads. */
public enum WorkKind {
    /** Somebody tried and could not do it. */
    ATTEMPT("duty-attempt", "attemptedAt", List.of("result")),
    /** Somebody is told to do it. */
    ASSIGNMENT("duty-assignment", "assignedAt", List.of("assignee")),
    /** It need not be done. */
    WAIVER("duty-waiver", "waivedAt", List.of("by", "reason")),
    /** It may be done later. */
    EXTENSION("duty-extension", "extendedAt", List.of("dueAt", "reason"));

    private final String factKind;
    private final String timeField;
    private final List<String> required;

    WorkKind(String factKind, String timeField, List<String> required) {
        this.factKind = factKind;
        this.timeField = timeField;
        this.required = required;
    }

    /** Kind in the catalogue of facts. */
    public String factKind() {
        return factKind;
    }

    /** Field with its moment; now when it is left out. */
    public String timeField() {
        return timeField;
    }

    /** Fields that must be given. */
    public List<String> required() {
        return required;
    }
}
