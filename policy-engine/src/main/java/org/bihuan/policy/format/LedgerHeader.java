package org.bihuan.policy.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of column as offices keep it: how its header is worded, how its cells are written, and what it fills.
 *
 * @param name key in the file, unique
 * @param column column of {@link LedgerColumns}, or its subject column
 * @param part field of each fact of a list column that it fills; null when it fills the whole column
 * @param form how its cells are written
 * @param headers wordings of the header
 * @param words how people write a choice, and the word that stands in facts
 * @param otherwise what an empty cell stands for when other parts of the same fact are known, null for nothing
 */
public record LedgerHeader(
        String name,
        String column,
        @Nullable String part,
        Form form,
        List<String> headers,
        Map<String, String> words,
        @Nullable String otherwise) {
    /** How cells are written. */
    public enum Form {
        /** Free text. */
        TEXT,
        /** A number of the sender's own for the subject. */
        CODE,
        /** Number of a document that says who somebody is. */
        DOCUMENT,
        /** One telephone or several. */
        PHONES,
        TIME,
        DATE,
        NUMBER,
        /** A division, by its code or its name. */
        PLACE,
        CHOICE,
        /** All parts of a list of facts in the machine's own form. */
        PARTS
    }

    public LedgerHeader {
        headers = List.copyOf(headers);
        words = Map.copyOf(words);
    }
}
