package org.bihuan.app.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.policy.format.PackFiles;

/** A pack's files as one value, byte for byte, so that its hash can be checked when it is read back. */
final class FileArchive {
    private static final int MOST_FILES = 1_000;

    private FileArchive() {}

    static byte[] write(PackFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(files.name());
            out.writeInt(files.files().size());
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                out.writeUTF(file.getKey());
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    static PackFiles read(byte[] archive) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(archive))) {
            String name = in.readUTF();
            int count = in.readInt();
            for (int i = 0; i < Math.min(count, MOST_FILES); i++) {
                files.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            return new PackFiles(name, files);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored pack is damaged", e);
        }
    }
}
