package org.bihuan.app.backup;

/** A backup, a check or a restore that came to nothing. The texts say what, where, and the way out. */
final class BackupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String chinese;
    private final String english;

    BackupFailure(String code, String chinese, String english) {
        super(code + ": " + english);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    BackupFailure(String code, String chinese, String english, Throwable cause) {
        super(code + ": " + english, cause);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    String code() {
        return code;
    }

    /** In both languages, with what lies below it. */
    String text() {
        Throwable cause = getCause();
        return "[" + code + "] " + chinese + "\n[" + code + "] " + english
                + (cause == null ? "" : "\n  " + cause.getMessage());
    }
}
