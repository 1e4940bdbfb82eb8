package org.bihuan.ledgers.file;

import org.bihuan.policy.pack.Wording;

/** A whole file that cannot be taken; the message says why and what to do. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Wording wording;

    /**
     * Refuses a file.
     *
     * @param code stable code of the rule broken
     */
    public FileRefused(String code, String zh, String en) {
        super(en);
        this.code = code;
        this.wording = new Wording(zh, en);
    }

    static FileRefused damaged(Throwable cause) {
        FileRefused refused = new FileRefused(
                "file.damaged",
                "文件已损坏，读不下去；请用Excel打开、另存为.xlsx后再传",
                "the file is damaged and cannot be read further: open it in Excel, save it as .xlsx and send that");
        refused.initCause(cause);
        return refused;
    }

    public String code() {
        return code;
    }

    /** What is wrong and the way out, for people. */
    public Wording wording() {
        return wording;
    }
}
