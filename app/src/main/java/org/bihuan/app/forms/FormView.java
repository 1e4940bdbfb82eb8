package org.bihuan.app.forms;

import java.util.List;
import java.util.UUID;

/**
 * A department's form.
 *
 * @param id its id
 * @param name its name
 * @param fields names of fields in it
 */
public record FormView(UUID id, String name, List<String> fields) {
    public FormView {
        fields = List.copyOf(fields);
    }
}
