package org.bihuan.ledgers.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out how a text file is written by reading all of it: UTF-8 when every byte fits, otherwise GB18030 when every
 * byte fits that, otherwise it is refused. Chinese in GB18030 hardly ever is valid UTF-8 by chance.
 */
final class TextEncoding {
    private TextEncoding() {}

    static Charset detect(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return require(path, StandardCharsets.UTF_16LE);
        }
        if (head.length == 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return require(path, StandardCharsets.UTF_16BE);
        }
        if (firstBad(path, StandardCharsets.UTF_8) < 0) {
            return StandardCharsets.UTF_8;
        }
        return require(path, Charset.forName("GB18030"));
    }

    private static Charset require(Path path, Charset charset) throws IOException {
        long bad = firstBad(path, charset);
        if (bad >= 0) {
            throw new FileRefused(
                    "file.encoding",
                    "第" + (bad + 1) + "个字节起不是UTF-8，也不是GB18030（GBK、GB2312）；请另存为.xlsx或“CSV UTF-8”后再传",
                    "from byte " + (bad + 1)
                            + " on it is neither UTF-8 nor GB18030 (GBK, GB2312): save it as .xlsx or CSV UTF-8 and send that");
        }
        return charset;
    }

    /** Offset of the first byte that does not fit the charset, -1 when all do. */
    private static long firstBad(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer characters = CharBuffer.allocate(1 << 16);
        long before = 0;
        try (InputStream in = Files.newInputStream(path)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, characters.clear(), end);
                while (result.isOverflow()) {
                    result = decoder.decode(bytes, characters.clear(), end);
                }
                if (result.isError()) {
                    return before + bytes.position();
                }
                before += bytes.position();
                bytes.compact();
            }
        }
        return -1;
    }
}
