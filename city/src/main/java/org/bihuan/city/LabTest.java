package org.bihuan.city;

import java.time.Instant;

/**
 * A laboratory test.
 *
 * @param result negative, positive or invalid
 * @param kind nucleic-acid, antibody ...
 * @param owner self, or other when the paper is somebody else's
 */
public record LabTest(Instant sampledAt, Instant reportedAt, String result, String kind, String owner) {
    static final String POSITIVE = "positive";
    static final String NEGATIVE = "negative";
    static final String SELF = "self";
    static final String NUCLEIC_ACID = "nucleic-acid";

    boolean isOwnPositive() {
        return result.equals(POSITIVE) && owner.equals(SELF);
    }
}
