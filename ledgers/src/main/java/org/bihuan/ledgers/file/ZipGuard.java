package org.bihuan.ledgers.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before it is opened: unpacks every part without keeping it, so that what its directory says
 * of sizes need not be believed.
 */
final class ZipGuard {
    private static final int MOST_PARTS = 2_000;

    private ZipGuard() {}

    /** @throws FileRefused when unpacking it would take too much memory, or it is no plain workbook */
    static void check(Path path, FileLimits limits) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw bomb();
            }
            if (zip.getEntry("xl/workbook.xml") == null && zip.getEntry("[Content_Types].xml") == null) {
                throw new FileRefused(
                        "file.zip",
                        "这是压缩包，不是Excel工作簿；请解压后把表格传上来",
                        "this is an archive and no workbook: unpack it and send the sheet inside");
            }
            long left = limits.unpackedBytes();
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || name.contains("xl/macrosheets/")) {
                    throw new FileRefused(
                            "file.macro",
                            "工作簿带有宏，不予打开；请另存为不带宏的.xlsx后再传",
                            "the workbook carries macros and is not opened: save it as .xlsx without macros and send that");
                }
                long most = name.endsWith("sharedstrings.xml") ? Math.min(left, limits.textBytes()) : left;
                left -= unpack(zip, entry, buffer, most, name.endsWith(".xml") || name.endsWith(".rels"));
            }
        } catch (ZipException e) {
            throw FileRefused.damaged(e);
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, byte[] buffer, long most, boolean isXml)
            throws IOException {
        long size = 0;
        XmlGuard guard = new XmlGuard();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw bomb();
                }
                if (isXml) {
                    guard.look(buffer, read);
                }
            }
        }
        return size;
    }

    static FileRefused bomb() {
        return new FileRefused(
                "file.bomb",
                "工作簿解开后过大，可能是压缩炸弹；请只留需要的工作表，另存后再传",
                "the workbook is too large once unpacked and may be a zip bomb: keep the sheets needed, save it anew and send that");
    }
}
