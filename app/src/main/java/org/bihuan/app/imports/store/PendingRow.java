package org.bihuan.app.imports.store;

import org.bihuan.app.imports.domain.RowParts;

/**
 * A row that is to become facts.
 *
 * @param line as read
 * @param number its number among the rows of its subject
 * @param revision how many versions of it there have been, 0 for one that nothing states yet
 * @param parts what states it so far
 * @param person id of the subject of its facts so far, empty when nobody has written down yet whose it is
 * @param isSame whether it says what it said before
 */
public record PendingRow(Line line, int number, int revision, RowParts parts, String person, boolean isSame) {
    /** Whether nothing states it yet. */
    public boolean isNew() {
        return revision == 0;
    }
}
