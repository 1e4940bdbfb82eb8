package org.bihuan.trace.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file named on the command line; when it cannot be read the error names option and file. */
final class NamedInput extends FilterInputStream {
    private final String option;
    private final String name;

    NamedInput(InputStream in, String option, String name) {
        super(in);
        this.option = option;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException failed) {
            throw named(option, name, failed);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException failed) {
            throw named(option, name, failed);
        }
    }

    static IOException named(String option, String name, IOException failed) {
        return new IOException(
                option + ":不能读文件 '" + name + "'。 " + option + ": '" + name + "' cannot be read: " + failed.getMessage(),
                failed);
    }
}
