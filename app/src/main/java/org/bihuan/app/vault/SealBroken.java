package org.bihuan.app.vault;

/** A sealed text does not open: it was changed, moved to another place, or the key is another. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }

    SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
