package org.bihuan.app.notices;

import java.time.Instant;

/**
 * What anybody may know of a document.
 *
 * @param name masked
 * @param state whether it holds, empty when there is no such document
 */
public record CheckView(String number, String region, String name, Instant issuedAt, String state) {
    static final CheckView NOTHING = new CheckView("", "", "", Instant.EPOCH, "");
}
