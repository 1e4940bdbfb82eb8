package org.bihuan.app.console;

import java.util.List;
import org.bihuan.policy.format.FactCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, as the catalogue of facts describes it.
 *
 * @param name name of the field
 * @param label its name for people
 * @param input type of the HTML input; {@code select} for a choice
 * @param options choices, empty unless there are any
 * @param value what it holds
 * @param isRequired whether it must be filled
 * @param error what is wrong with it, null when nothing is
 */
public record FormField(
        String name,
        String label,
        String input,
        List<Worklist.Option> options,
        String value,
        boolean isRequired,
        @Nullable String error) {

    static FormField of(
            FactCatalogue.Field field, Words words, String value, boolean required, @Nullable String error) {
        return new FormField(
                field.name(),
                words.of(field.wording()),
                switch (field.type()) {
                    case TIME -> "datetime-local";
                    case DATE -> "date";
                    case NUMBER -> "number";
                    case CHOICE -> "select";
                    case TEXT, DIVISION -> "text";
                },
                field.choices().stream()
                        .map(choice -> new Worklist.Option(choice, words.choice(choice)))
                        .toList(),
                value,
                required,
                error);
    }
}
