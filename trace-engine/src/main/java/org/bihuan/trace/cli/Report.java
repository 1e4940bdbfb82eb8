package org.bihuan.trace.cli;

import java.util.List;

/** An answer on its way out: fields about the question, then lists of rows. Values are strings, ints or longs. */
sealed interface Report permits CsvReport, JsonReport {
    /** Name of the list of places over the crowd cap; in CSV it goes to standard error. */
    String VENUES = "venueExposures";

    void field(String name, Object value);

    void list(String name, List<String> columns);

    void row(Object... values);

    void end();
}
