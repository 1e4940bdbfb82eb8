package org.bihuan.app.notices;

/** How a document stands. */
public enum NoticeState {
    /** It holds. */
    VALID,
    /** A later notice of the same measure holds instead. */
    REPLACED,
    /** The measure ended and a release was issued. */
    ENDED,
    /** The measure was taken back. */
    WITHDRAWN
}
