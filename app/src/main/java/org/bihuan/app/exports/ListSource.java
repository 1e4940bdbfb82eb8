package org.bihuan.app.exports;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list that can be taken out; the module that shows it offers it as a bean. Thread-safe. */
public interface ListSource {
    /** Its name in addresses, such as duties. */
    String name();

    /** Message key of its title. */
    String titleKey();

    /** Headers of its columns. */
    List<String> header(Locale locale);

    /**
     * How many rows it has.
     *
     * @param query what the page that shows it was asked for
     */
    long count(Map<String, String> query, Instant now);

    /** Writes every row, page by page and never all in memory. */
    void write(Map<String, String> query, Instant now, Locale locale, RowSink sink) throws IOException;

    /** Takes rows. */
    @FunctionalInterface
    interface RowSink {
        /** Takes a row of texts and numbers. */
        void row(List<?> cells) throws IOException;
    }
}
