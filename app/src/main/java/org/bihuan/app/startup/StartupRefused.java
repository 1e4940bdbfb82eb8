package org.bihuan.app.startup;

/**
 * The server will not start as it is set up. Each text names the setting, its value and the rule, and says the way
 * out.
 */
public final class StartupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String chinese;
    private final String english;

    /**
     * A refusal without a cause below it.
     *
     * @param code stable name of the reason, lower case with hyphens
     */
    public StartupRefused(String code, String chinese, String english) {
        super(code + ": " + english);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public StartupRefused(String code, String chinese, String english, Throwable cause) {
        super(code + ": " + english, cause);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
