package org.bihuan.app.backup;

import java.util.List;

/**
 * A table to be copied.
 *
 * @param name with its schema, quoted where that is needed
 * @param columns those that are stored and not worked out, quoted where that is needed
 * @param isPartitioned whether its rows lie in parts
 * @param size bytes on disk, for progress only
 */
record Table(String name, List<String> columns, boolean isPartitioned, long size) {
    String columnList() {
        return String.join(", ", columns);
    }
}
