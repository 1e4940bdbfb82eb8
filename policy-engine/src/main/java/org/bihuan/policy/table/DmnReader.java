package org.bihuan.policy.table;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a decision table from a DMN 1.2 to 1.5 file: one decision with one decision table, its inputs and parameters
 * declared as input data. A file cannot do anything but be read: no DOCTYPE, no imports, no functions, no invocation,
 * no other boxed expression, no other language; size and nesting are limited.
 */
public final class DmnReader {
    private DmnReader() {}

    /**
     * The table in the file.
     *
     * @param input the bytes, at most 1 MiB; not closed
     * @param fileName for messages
     * @throws TableFormatException when the bytes are anything else than such a table, or cannot be read
     */
    public static TableDefinition read(InputStream input, String fileName) {
        try {
            return new DmnDocument(XmlReader.read(bytes(input))).table();
        } catch (TableFormatException fault) {
            throw fault.inFile(fileName);
        }
    }

    private static byte[] bytes(InputStream input) {
        byte[] file;
        try {
            file = input.readNBytes(TableLimits.FILE_BYTES + 1);
        } catch (IOException fault) {
            throw new TableFormatException(TableError.FILE_READ, "cannot be read: " + fault.getMessage());
        }
        if (file.length > TableLimits.FILE_BYTES) {
            throw new TableFormatException(
                    TableError.FILE_SIZE, "a file has at most " + TableLimits.FILE_BYTES + " bytes");
        }
        return file;
    }
}
