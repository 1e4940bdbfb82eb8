package org.bihuan.cli;

/** A command line or an input file that cannot be used; the message says what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
