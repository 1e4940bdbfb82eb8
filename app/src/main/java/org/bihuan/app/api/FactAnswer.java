package org.bihuan.app.api;

import java.util.List;
import org.bihuan.app.facts.Append;
import org.jspecify.annotations.Nullable;

/**
 * What became of a fact.
 *
 * @param key its idempotency key, null when it had none that could be read
 * @param id its id, null when it was refused
 * @param status recorded, repeated (known already with the same content), conflict (the key is known with another
 *     content, which stays) or refused
 * @param errors why it was refused
 */
record FactAnswer(@Nullable String key, @Nullable String id, String status, List<ErrorAnswer> errors) {
    private static final List<ErrorAnswer> KEY_TAKEN = List.of(new ErrorAnswer(
            "key",
            "",
            "key.conflict",
            "这个键已用于另一内容；先记录的保留，更正请发更正事实",
            "the key is taken by another content, which stays; to change it, send a correction"));

    static FactAnswer of(Append append) {
        return switch (append) {
            case Append.Recorded it -> new FactAnswer(it.key(), it.id().toString(), "recorded", List.of());
            case Append.Repeated it -> new FactAnswer(it.key(), it.id().toString(), "repeated", List.of());
            case Append.Conflict it -> new FactAnswer(it.key(), it.id().toString(), "conflict", KEY_TAKEN);
            case Append.Refused it ->
                new FactAnswer(
                        it.key(),
                        null,
                        "refused",
                        it.errors().stream().map(ErrorAnswer::of).toList());
        };
    }

    /** HTTP status for a fact sent alone. */
    int httpStatus() {
        return switch (status) {
            case "recorded" -> 201;
            case "repeated" -> 200;
            case "conflict" -> 409;
            default -> 422;
        };
    }
}
