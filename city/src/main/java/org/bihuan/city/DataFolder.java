package org.bihuan.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where data files are read from: a folder of this module's resources, or one on disk. */
sealed interface DataFolder {

    /** The file's text (UTF-8). */
    String text(String file);

    default Table table(String file) {
        return Table.read(file, text(file));
    }

    default Values values(String file) {
        return new Values(file, text(file));
    }

    /** A folder beside this class. */
    record BuiltIn(String folder) implements DataFolder {
        @Override
        public String text(String file) {
            try (InputStream in = DataFolder.class.getResourceAsStream(folder + "/" + file)) {
                if (in == null) {
                    throw new IllegalArgumentException("no built-in data file " + folder + "/" + file);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + folder + "/" + file, e);
            }
        }
    }

    /** A folder on disk. */
    record OnDisk(Path folder) implements DataFolder {
        @Override
        public String text(String file) {
            try {
                return Files.readString(folder.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + folder.resolve(file), e);
            }
        }
    }
}
