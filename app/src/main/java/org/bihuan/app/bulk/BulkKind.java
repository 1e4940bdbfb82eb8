package org.bihuan.app.bulk;

import java.util.List;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.work.WorkKind;
import org.jspecify.annotations.Nullable;

/** What can be done about many duties at once. */
public enum BulkKind {
    ASSIGNMENT(WorkKind.ASSIGNMENT),
    ATTEMPT(WorkKind.ATTEMPT),
    EXTENSION(WorkKind.EXTENSION),
    /** Never taken: waivers are given one by one. */
    WAIVER(WorkKind.WAIVER),
    /** One picture, such as a sign-off sheet, is evidence about each of them. */
    DOCUMENT(null);

    private final @Nullable WorkKind work;

    BulkKind(@Nullable WorkKind work) {
        this.work = work;
    }

    /** What is recorded about each duty, null for a document. */
    @Nullable WorkKind work() {
        return work;
    }

    Permission needs() {
        return work == null ? Permission.DO_DUTIES : work.needs();
    }

    /** Kind of the fact about each duty. */
    String factKind() {
        return work == null ? "photo" : work.factKind();
    }

    List<String> required() {
        return work == null ? List.of() : work.required();
    }
}
