package org.bihuan.app.console;

import java.util.List;

/**
 * One thing that can be recorded about a duty.
 *
 * @param action address to send it to
 * @param title what it is
 * @param button what the button says
 * @param fields to fill
 * @param fixed what is recorded without asking, in words
 * @param shownAt moment that the form was filled with; left as it is, it means the moment of sending
 * @param key idempotency key, so that sending it twice records it once
 * @param errors what is wrong with what was sent, each a whole sentence
 */
public record DutyForm(
        String action,
        String title,
        String button,
        List<FormField> fields,
        List<String> fixed,
        String shownAt,
        String key,
        List<String> errors) {}
