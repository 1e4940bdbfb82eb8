package org.bihuan.app.work;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.app.authority.Permission;

/** What can be said about a duty besides the evidence that meets it, each a kind of fact that the machine reads. */
public enum WorkKind {
    /** Somebody tried and could not do it. */
    ATTEMPT("duty-attempt", "attemptedAt", List.of("result"), Permission.DO_DUTIES),
    /** Somebody is told to do it. */
    ASSIGNMENT("duty-assignment", "assignedAt", List.of("assignee"), Permission.MANAGE_DUTIES),
    /** It need not be done. */
    WAIVER("duty-waiver", "waivedAt", List.of("by", "reason"), Permission.MANAGE_DUTIES),
    /** It may be done later. */
    EXTENSION("duty-extension", "extendedAt", List.of("dueAt", "reason"), Permission.MANAGE_DUTIES);

    private final String factKind;
    private final String timeField;
    private final List<String> required;
    private final Permission needs;

    WorkKind(String factKind, String timeField, List<String> required, Permission needs) {
        this.factKind = factKind;
        this.timeField = timeField;
        this.required = required;
        this.needs = needs;
    }

    /** The kind with the name in small letters, as addresses have it. */
    public static Optional<WorkKind> find(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Kind in the catalogue of facts. */
    public String factKind() {
        return factKind;
    }

    /** Field with its moment; now when it is left out. */
    public String timeField() {
        return timeField;
    }

    /** What it takes to say it. */
    public Permission needs() {
        return needs;
    }

    /** Fields that must be given. */
    public List<String> required() {
        return required;
    }
}
