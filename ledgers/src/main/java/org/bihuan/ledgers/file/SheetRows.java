package org.bihuan.ledgers.file;

import java.util.Iterator;

/** The rows of a sheet, one after the other, without those that are empty. Throws {@link FileRefused}. Not thread-safe. */
public interface SheetRows extends Iterator<SheetRow>, AutoCloseable {
    @Override
    void close();
}
