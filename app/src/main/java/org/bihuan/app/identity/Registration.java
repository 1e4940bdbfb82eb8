package org.bihuan.app.identity;

import java.time.LocalDate;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be registered.
 *
 * @param key the caller's key: the same again changes nothing
 * @param documentKind its word, null when the number tells
 * @param documentNumber as written, null when they have none
 * @param guardian who answers for a child, null for an adult
 * @param relation of the guardian, such as {@code parent}
 */
public record Registration(
        String key,
        String name,
        @Nullable String documentKind,
        @Nullable String documentNumber,
        @Nullable String phone,
        @Nullable String address,
        @Nullable LocalDate born,
        @Nullable DivisionCode residence,
        @Nullable SubjectId guardian,
        @Nullable String relation) {}
