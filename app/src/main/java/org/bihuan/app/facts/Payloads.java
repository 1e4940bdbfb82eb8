package org.bihuan.app.facts;

import java.util.Map;
import org.bihuan.policy.format.RawFact;

/** Facts with another payload. */
final class Payloads {
    private Payloads() {}

    static RawFact with(RawFact raw, Map<String, Object> payload) {
        return new RawFact(
                raw.source(),
                raw.key(),
                raw.kind(),
                raw.schema(),
                raw.occurredAt(),
                raw.statedAt(),
                raw.order(),
                raw.trust(),
                raw.corrects(),
                raw.subjects(),
                raw.division(),
                payload);
    }
}
