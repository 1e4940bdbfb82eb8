package org.bihuan.app.notices;

import java.util.Locale;

/** Kinds of document; the names are those of {@code packs/notices.yaml}. */
public enum NoticeKind {
    /** Tells of a measure (告知书). */
    NOTICE,
    /** Tells that a measure has come to its lawful end (解除证明). */
    RELEASE,
    /** Takes a measure back before its end (撤销通知). */
    WITHDRAWAL,
    /** Answers an appeal (申诉答复书). */
    REPLY,
    /** Tells that a measure is not carried out for a while (暂缓执行决定书). */
    SUSPENSION;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
