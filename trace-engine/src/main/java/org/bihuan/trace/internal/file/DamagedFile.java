package org.bihuan.trace.internal.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that is half-written, cut, altered, missing or of another version. None of its content is used. */
public final class DamagedFile extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;

    /** Names the file and what is wrong with it. */
    public DamagedFile(Path file, String what) {
        super(file.getFileName() + " refused: " + what);
        name = String.valueOf(file.getFileName());
    }

    /** Name of the file within the index. */
    public String fileName() {
        return name;
    }
}
