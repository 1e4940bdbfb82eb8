package org.bihuan.app.photos;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its first bytes, whatever it is called. */
enum PhotoKind {
    JPEG(true),
    PNG(true),
    WEBP(false),
    HEIC(false);

    private static final int LONGEST_MARK = 12;

    private final boolean isTaken;

    PhotoKind(boolean isTaken) {
        this.isTaken = isTaken;
    }

    /** Whether it can be made anew here; one that cannot would keep what the camera wrote into it. */
    boolean isTaken() {
        return isTaken;
    }

    static Optional<PhotoKind> of(byte[] file) {
        if (file.length < LONGEST_MARK) {
            return Optional.empty();
        }
        String mark = new String(file, 0, LONGEST_MARK, StandardCharsets.ISO_8859_1);
        if (mark.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (mark.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (mark.startsWith("RIFF") && mark.endsWith("WEBP")) {
            return Optional.of(WEBP);
        }
        String brand = mark.substring(8);
        return mark.startsWith("ftyp", 4)
                        && (brand.startsWith("hei") || brand.startsWith("hev") || brand.startsWith("mif"))
                ? Optional.of(HEIC)
                : Optional.empty();
    }
}
