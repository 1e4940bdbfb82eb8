package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bihuan.trace.internal.file.ColumnReader;
import org.bihuan.trace.internal.file.ColumnWriter;
import org.bihuan.trace.internal.file.FileMark;

/**
 * A dictionary on disk: the ids in the order of their numbers, two bytes of length before each, only ever appended to. The
 * manifest says how many bytes count and what their checksum is; what lies behind them is the trace of a writer that did
 * not finish and is cut off by the next one.
 */
final class DictionaryFile {
    private static final int MAGIC = 0x44544842; // BHTD
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 8;

    private DictionaryFile() {}

    static IdDictionary read(Path directory, FileMark mark, int count) throws IOException {
        IdDictionary dictionary = new IdDictionary();
        if (mark.bytes() == 0) {
            return dictionary;
        }
        byte[] id = new byte[IdDictionary.MAX_ID_BYTES];
        byte[] head = new byte[2];
        try (ColumnReader reader = ColumnReader.open(directory, mark, true)) {
            reader.expect(MAGIC, VERSION, "dictionary");
            while (reader.hasMore()) {
                reader.getBytes(head, 0, 2);
                int length = (head[0] & 0xFF) | (head[1] & 0xFF) << 8;
                if (length < 1 || length > id.length) {
                    throw reader.refused("an id has " + length + " bytes");
                }
                reader.getBytes(id, 0, length);
                dictionary.numberOf(id, 0, length);
            }
            reader.end();
            if (dictionary.size() != count) {
                throw reader.refused("it holds " + dictionary.size() + " ids, not " + count);
            }
        }
        return dictionary;
    }

    /** Appends the ids the dictionary holds beyond those on disk, forces them, and returns the mark of the longer file. */
    static FileMark append(Path directory, FileMark old, int onDisk, IdDictionary dictionary) throws IOException {
        if (dictionary.size() == onDisk && old.bytes() > 0) {
            return old;
        }
        Path file = directory.resolve(old.name());
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
                ColumnWriter writer = new ColumnWriter(channel)) {
            channel.truncate(old.bytes());
            writer.continueFrom(channel, file, old);
            if (old.bytes() < HEADER_BYTES) {
                writer.putInt(MAGIC);
                writer.putInt(VERSION);
            }
            for (int number = onDisk; number < dictionary.size(); number++) {
                byte[] page = dictionary.page(number);
                int start = dictionary.start(number);
                writer.putBytes(page, start - 2, IdDictionary.length(page, start) + 2);
            }
            writer.flush();
            channel.force(true);
            return new FileMark(old.name(), writer.bytes(), writer.checksum());
        }
    }
}
