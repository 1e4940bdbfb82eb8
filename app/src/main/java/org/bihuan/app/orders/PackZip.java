package org.bihuan.app.orders;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bihuan.policy.format.PackFiles;

/** A pack sent as one file. What is in it is never trusted: names, sizes and numbers are bounded before anything is kept. */
public final class PackZip {
    private static final int MOST_BYTES = 4_000_000;
    private static final int MOST_FILES = 500;
    private static final String HEAD = "pack.yaml";

    private PackZip() {}

    /**
     * Reads a zip of the pack's folder, with or without the folder itself.
     *
     * @throws OrderRefused when it is no zip, too large, or holds no pack
     */
    public static PackFiles read(String name, InputStream in) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName().replace('\\', '/');
                if (entry.isDirectory() || isHidden(path)) {
                    continue;
                }
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || files.size() >= MOST_FILES) {
                    throw new OrderRefused("规则包至多 500 个文件、4 MB", "a pack has at most 500 files and 4 MB");
                }
                files.put(path, bytes);
            }
        } catch (IOException e) {
            throw refusedZip(name);
        }
        if (files.isEmpty()) {
            throw refusedZip(name);
        }
        return new PackFiles(name, withoutFolder(name, files));
    }

    private static OrderRefused refusedZip(String name) {
        return new OrderRefused(
                "文件 " + name + " 不是规则包的 zip 压缩文件；请把规则包文件夹压缩为 zip 后上传",
                "the file " + name + " is not a zip of a pack: zip the pack's folder and send that");
    }

    private static boolean isHidden(String path) {
        return path.startsWith("/") || List.of(path.split("/")).stream().anyMatch(part -> part.startsWith("."));
    }

    private static SortedMap<String, byte[]> withoutFolder(String name, SortedMap<String, byte[]> files) {
        if (files.containsKey(HEAD)) {
            return files;
        }
        String folder = files.keySet().stream()
                .filter(path -> path.endsWith("/" + HEAD))
                .map(path -> path.substring(0, path.length() - HEAD.length()))
                .min(String::compareTo)
                .orElseThrow(() ->
                        new OrderRefused("文件 " + name + " 中没有 pack.yaml", "there is no pack.yaml in the file " + name));
        SortedMap<String, byte[]> inside = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(folder)) {
                inside.put(path.substring(folder.length()), bytes);
            }
        });
        return inside;
    }
}
