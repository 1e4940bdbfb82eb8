package org.bihuan.exchange;

/** A fact that is no envelope: names the field and the rule. */
public final class EnvelopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnvelopeException(String message) {
        super(message);
    }
}
