package org.bihuan.app.destruction;

import java.util.UUID;
import org.bihuan.policy.format.FieldError;
import org.jspecify.annotations.Nullable;

/** What is wrong with agreeing. */
final class Agreement {
    private Agreement() {}

    static DestructionRefused gone(UUID id) {
        return new DestructionRefused(FieldError.of(
                "id",
                id.toString(),
                "destruction.gone",
                "没有这一申请，或已经办理；请刷新页面",
                "is no request that waits: it is done already, or there is none; reload the page"));
    }

    /**
     * Nobody agrees with themselves.
     *
     * @param before who has said so already, null for nobody
     */
    static void requireOther(String by, @Nullable String before) {
        if (by.isBlank() || by.equals(before)) {
            throw new DestructionRefused(
                    FieldError.of("approvedBy", by, "destruction.approval", "须由另一人批准", "somebody else has to agree"));
        }
    }
}
