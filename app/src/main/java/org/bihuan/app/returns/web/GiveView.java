package org.bihuan.app.returns.web;

import java.time.LocalDate;
import java.util.Map;
import org.bihuan.app.returns.BoardLine;
import org.bihuan.app.returns.ReturnForm;

/**
 * The form of a return.
 *
 * @param line whose, and what was given before
 * @param form what is asked
 * @param day of which day
 * @param key id of what will be sent
 * @param isZero whether the zero is ticked
 * @param typed by field
 * @param reason why it is amended
 * @param wrongField field that is wrong, empty for none
 * @param error what is wrong with it, empty for nothing
 */
public record GiveView(
        BoardLine line,
        ReturnForm form,
        LocalDate day,
        String key,
        boolean isZero,
        Map<String, String> typed,
        String reason,
        String wrongField,
        String error) {
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
