package org.bihuan.app.destruction;

import org.bihuan.policy.format.FieldError;

/** Data that are not destroyed this way; the error says why and what to do. */
public final class DestructionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FieldError error;

    DestructionRefused(FieldError error) {
        super(error.en());
        this.error = error;
    }

    /** Field, value, rule and the way out. */
    public FieldError error() {
        return error;
    }
}
