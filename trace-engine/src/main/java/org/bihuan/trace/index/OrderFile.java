package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.internal.file.ColumnReader;
import org.bihuan.trace.internal.file.DamagedFile;
import org.bihuan.trace.internal.file.DurableFiles;
import org.bihuan.trace.internal.file.FileMark;

/** The numbers of a dictionary in the order of their ids. Derived: a damaged one is worked out again. */
final class OrderFile {
    private static final int MAGIC = 0x4F544842; // BHTO
    private static final int VERSION = 1;

    private OrderFile() {}

    /** Writes the order, unless the numbers are in order already. */
    static Optional<FileMark> write(Path file, IdDictionary dictionary) throws IOException {
        int[] sorted = IdSorter.sort(dictionary);
        if (isNatural(sorted)) {
            return Optional.empty();
        }
        return Optional.of(DurableFiles.write(file, writer -> {
            writer.putInt(MAGIC);
            writer.putInt(VERSION);
            writer.putInt(sorted.length);
            writer.putInts(sorted, sorted.length);
        }));
    }

    static IdOrder read(Path directory, DictionaryEntry entry, IdDictionary dictionary) throws IOException {
        if (entry.order().isEmpty()) {
            return IdOrder.natural();
        }
        try (ColumnReader reader = ColumnReader.open(directory, entry.order().get(), false)) {
            reader.expect(MAGIC, VERSION, "order of ids");
            int[] sorted = reader.getInts(reader.getCount(Integer.BYTES));
            reader.end();
            return IdOrder.ofSorted(sorted);
        } catch (DamagedFile damaged) {
            return IdOrder.ofSorted(IdSorter.sort(dictionary));
        }
    }

    private static boolean isNatural(int[] sorted) {
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != i) {
                return false;
            }
        }
        return true;
    }
}
