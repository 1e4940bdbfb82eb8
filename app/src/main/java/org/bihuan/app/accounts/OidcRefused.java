package org.bihuan.app.accounts;

/** A log-in elsewhere that is not taken; the code says why, for the record of accounts. */
final class OidcRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    OidcRefused(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
