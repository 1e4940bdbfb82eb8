package org.bihuan.app.bulk;

import java.util.Map;
import java.util.UUID;
import org.bihuan.app.work.WorklistFilter;

/**
 * What somebody asks for.
 *
 * @param id made with the form
 * @param shown how many duties the form said it is about
 * @param fields of each fact, but for duty and moment
 * @param why why it is done about all of them at once
 */
record BulkRequest(UUID id, BulkKind kind, WorklistFilter filter, long shown, Map<String, String> fields, String why) {
    BulkRequest {
        fields = Map.copyOf(fields);
    }
}
