package org.bihuan.app.notices;

import java.util.Locale;

/** A way by which people are told. */
public enum Channel {
    PRINT,
    SMS,
    WECHAT,
    VOICE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
