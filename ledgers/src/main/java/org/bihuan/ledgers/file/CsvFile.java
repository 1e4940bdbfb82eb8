package org.bihuan.ledgers.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Text with separators: UTF-8, GB18030, or UTF-16 as Excel's Unicode text. */
final class CsvFile implements LedgerFile {
    private final Path path;
    private final Charset charset;
    private final char separator;
    private final FileLimits limits;

    private CsvFile(Path path, Charset charset, char separator, FileLimits limits) {
        this.path = path;
        this.charset = charset;
        this.separator = separator;
        this.limits = limits;
    }

    static CsvFile open(Path path, FileLimits limits) throws IOException {
        Charset charset = TextEncoding.detect(path);
        return new CsvFile(path, charset, separator(path, charset), limits);
    }

    /** The separator that stands most often in the first lines. */
    private static char separator(Path path, Charset charset) throws IOException {
        char[] head = new char[8_192];
        int length = 0;
        try (Reader reader = reader(path, charset)) {
            for (int read = reader.read(head); read > 0; read = reader.read(head, length, head.length - length)) {
                length += read;
            }
        }
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', '\t', ';'}) {
            int count = 0;
            for (int i = 0; i < length; i++) {
                count += head[i] == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    static Reader reader(Path path, Charset charset) throws IOException {
        Reader reader = new InputStreamReader(Files.newInputStream(path), charset.newDecoder());
        return new java.io.BufferedReader(reader, 1 << 16);
    }

    @Override
    public Form form() {
        return Form.CSV;
    }

    @Override
    public List<SheetInfo> sheets() {
        return List.of(new SheetInfo(0, "", false));
    }

    @Override
    public SheetRows rows(int sheet) {
        try {
            return new CsvRows(reader(path, charset), separator, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file", e);
        }
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public char separator() {
        return separator;
    }

    @Override
    public void close() {}
}
