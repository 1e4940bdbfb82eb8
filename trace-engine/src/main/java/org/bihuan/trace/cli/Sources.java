package org.bihuan.trace.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Files named on the command line. */
final class Sources {
    private Sources() {}

    /** Opens a file, unpacking it when its first bytes say gzip, whatever it is called. */
    static InputStream open(String option, String name) throws IOException {
        InputStream in;
        try {
            in = new BufferedInputStream(Files.newInputStream(Path.of(name)), 1 << 16);
        } catch (NoSuchFileException absent) {
            throw new UsageError(option + ":没有文件 '" + name + "'。", option + ": there is no file '" + name + "'");
        }
        try {
            in.mark(2);
            boolean isGzip = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return new NamedInput(isGzip ? new GZIPInputStream(in, 1 << 16) : in, option, name);
        } catch (IOException failed) {
            in.close();
            throw NamedInput.named(option, name, failed);
        }
    }

    /** First column of a CSV file, one id a line; a first line that is the column's name is its header. */
    static List<String> ids(String option, String name, String header) throws IOException {
        return new ArrayList<>(table(option, name, header).keySet());
    }

    /** First and second column of a CSV file; the second is empty where there is none. */
    static Map<String, String> table(String option, String name, String header) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (InputStream in = open(option, name)) {
            CsvRecords records = new CsvRecords(in);
            boolean isFirst = true;
            while (records.next()) {
                String id = records.field(0);
                if (!isFirst || !id.equals(header)) {
                    rows.put(id, records.fields() > 1 ? records.field(1) : "");
                }
                isFirst = false;
            }
        }
        return rows;
    }
}
