package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** The shape of a fact that is sent, for the description of the API. */
@Schema(name = "Fact", description = "Something that happened.")
record FactEnvelope(
        @Schema(description = "Who sends it", defaultValue = "envelope")
        String source,

        @Schema(description = "Idempotency key, unique within the source", requiredMode = Schema.RequiredMode.REQUIRED)
        String key,

        @Schema(
                description = "Kind; one that no pack knows is kept, but no rule sees it",
                example = "arrival",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String kind,

        @Schema(description = "Version of its shape", defaultValue = "1")
        int schema,

        @Schema(description = "When it happened, ISO 8601 with offset, unless a field says so")
        String occurredAt,

        @Schema(
                description =
                        "When the source said so; without it, when the thing happened. Without either, a retraction takes back all that was said of the fact, and any other statement gives way to one with a date")
        String statedAt,

        @Schema(description = "Rank of the source", defaultValue = "0")
        int trust,

        @Schema(description = "Key within the source, or id, of the fact it replaces or takes back")
        String corrects,

        @Schema(description = "Whom or what it is about", requiredMode = Schema.RequiredMode.REQUIRED)
        List<Subject> subjects,

        @Schema(description = "Responsible region, 12 digits")
        String division,

        @Schema(description = "Fields of the kind") Map<String, Object> payload) {

    /** One subject and its part. */
    @Schema(name = "FactSubject")
    record Subject(String role, String type, String id) {}
}
