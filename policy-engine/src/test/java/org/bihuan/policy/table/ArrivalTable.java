package org.bihuan.policy.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The example table of the tests: what is demanded of an arrival. */
final class ArrivalTable {
    static final String FILE = "arrival.dmn";

    private ArrivalTable() {}

    static byte[] bytes() {
        try (InputStream file = Objects.requireNonNull(ArrivalTable.class.getResourceAsStream(FILE))) {
            return file.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static TableDefinition definition() {
        return DmnReader.read(new java.io.ByteArrayInputStream(bytes()), FILE);
    }

    static ParameterValues parameters() {
        return ParameterValues.none().withNumber("certificate_validity_hours", 168);
    }
}
