package org.bihuan.trace.index;

/** Why a row did not become a stay; every dropped row is counted under one of these, in the order they are checked. */
public enum Rejection {
    MALFORMED_ROW("malformed-row"),
    INVALID_UTF8("invalid-utf8"),
    EMPTY_PERSON("empty-person"),
    EMPTY_PLACE("empty-place"),
    ID_TOO_LONG("id-too-long"),
    UNREADABLE_ENTER("unreadable-enter"),
    ENTER_WITHOUT_ZONE("enter-without-zone"),
    ENTER_OUT_OF_RANGE("enter-out-of-range"),
    UNREADABLE_LEAVE("unreadable-leave"),
    LEAVE_WITHOUT_ZONE("leave-without-zone"),
    LEAVE_OUT_OF_RANGE("leave-out-of-range"),
    MISSING_LEAVE("missing-leave"),
    LEAVE_NOT_AFTER_ENTER("leave-not-after-enter"),
    LONGER_THAN_MAX_STAY("longer-than-max-stay"),
    SAME_ID_OTHER_CONTENT("same-id-other-content"),
    REPEATED("repeated");

    private final String code;

    Rejection(String code) {
        this.code = code;
    }

    /** Name printed in reports. */
    public String code() {
        return code;
    }
}
