package org.bihuan.policy.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a pack by their path within it, so that a pack can come from a folder or from the database.
 *
 * @param name what to call it in errors
 * @param files bytes by path, with {@code /} between parts
 */
public record PackFiles(String name, SortedMap<String, byte[]> files) {
    private static final long MOST_BYTES = 4_000_000;
    private static final int MOST_FILES = 500;
    private static final String FORMAT = "1";

    /** Reads a folder; symbolic links, hidden files and folders of more than 4 MB are refused. */
    public static PackFiles ofFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PackFormatException(folder.toString(), "", "is not a folder");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        try (Stream<Path> walk = Files.walk(folder, 6)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path) && !path.equals(folder)) {
                    throw new PackFormatException(folder.toString(), name, "symbolic links are not allowed in a pack");
                }
                if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        || path.getFileName().toString().startsWith(".")) {
                    continue;
                }
                bytes += Files.size(path);
                if (bytes > MOST_BYTES || files.size() >= MOST_FILES) {
                    throw new PackFormatException(folder.toString(), name, "a pack has at most 4 MB in 500 files");
                }
                files.put(name, Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return new PackFiles(
                folder.getFileName() == null
                        ? folder.toString()
                        : folder.getFileName().toString(),
                files);
    }

    /** SHA-256 over paths, lengths and bytes in the order of the paths, hexadecimal. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] path = file.getKey().getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(path.length)
                        .putInt(file.getValue().length)
                        .array());
                digest.update(path);
                digest.update(file.getValue());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Paths that start and end so. */
    List<String> list(String prefix, String suffix) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix) && path.endsWith(suffix))
                .toList();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new PackFormatException(name + "/" + path, "", "is missing");
        }
        return bytes;
    }

    /** A YAML file; one that says which format it is in must be in this one. */
    Node yaml(String path) {
        String file = name + "/" + path;
        Node root = Yaml.read(file, utf8(file, bytes(path)));
        root.requireFormat(FORMAT);
        return root;
    }

    static String utf8(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PackFormatException(file, "", "is not valid UTF-8");
        }
    }
}
