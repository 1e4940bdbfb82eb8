package org.bihuan.trace.index;

import java.util.Optional;
import org.bihuan.trace.internal.file.FileMark;

/**
 * A dictionary of the index.
 *
 * @param count number of ids
 * @param mark the bytes of the file that count
 * @param order the file with the order of the ids; empty when they came sorted
 */
record DictionaryEntry(int count, FileMark mark, Optional<FileMark> order) {
    static DictionaryEntry empty(String name) {
        return new DictionaryEntry(0, new FileMark(name, 0, 0), Optional.empty());
    }
}
