package org.bihuan.app.api;

import org.bihuan.policy.format.FieldError;

/**
 * What is wrong with one field.
 *
 * @param field its name
 * @param value its value, shortened
 * @param code stable code of the rule broken
 * @param zh the rule in Chinese
 * @param en the rule in English
 */
record ErrorAnswer(String field, String value, String code, String zh, String en) {
    static ErrorAnswer of(FieldError error) {
        return new ErrorAnswer(
                error.field(),
                error.value(),
                error.code(),
                error.rule().zh(),
                error.rule().en());
    }
}
