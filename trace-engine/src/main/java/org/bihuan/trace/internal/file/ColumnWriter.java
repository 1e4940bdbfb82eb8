package org.bihuan.trace.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Writes numbers and arrays, lowest byte first, through one buffer, and keeps the checksum. Not thread-safe. */
public final class ColumnWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private long bytes;

    /** Writes from the channel's position on. */
    public ColumnWriter(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** Writes one number. */
    public void putInt(int value) throws IOException {
        reserve(Integer.BYTES);
        buffer.putInt(value);
    }

    /** Writes one number. */
    public void putLong(long value) throws IOException {
        reserve(Long.BYTES);
        buffer.putLong(value);
    }

    /** Writes the first numbers of an array, without their count. */
    public void putInts(int[] values, int count) throws IOException {
        for (int done = 0; done < count; ) {
            reserve(Integer.BYTES);
            int part = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, done, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            done += part;
        }
    }

    /** Writes the first numbers of an array, without their count. */
    public void putLongs(long[] values, int count) throws IOException {
        for (int done = 0; done < count; ) {
            reserve(Long.BYTES);
            int part = Math.min(count - done, buffer.remaining() / Long.BYTES);
            buffer.asLongBuffer().put(values, done, part);
            buffer.position(buffer.position() + part * Long.BYTES);
            done += part;
        }
    }

    /** Writes bytes as they are. */
    public void putBytes(byte[] values, int start, int count) throws IOException {
        for (int done = 0; done < count; ) {
            reserve(1);
            int part = Math.min(count - done, buffer.remaining());
            buffer.put(values, start + done, part);
            done += part;
        }
    }

    private void reserve(int count) throws IOException {
        if (buffer.remaining() < count) {
            flush();
        }
    }

    /** Hands everything written so far to the channel. */
    public void flush() throws IOException {
        buffer.flip();
        bytes += buffer.remaining();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Goes on behind the marked beginning of a file, whose checksum is worked out again and must be the marked one. */
    public void continueFrom(FileChannel file, Path name, FileMark mark) throws IOException {
        file.position(0);
        while (bytes < mark.bytes()) {
            buffer.limit((int) Math.min(buffer.capacity(), mark.bytes() - bytes));
            if (file.read(buffer) < 0) {
                throw new DamagedFile(name, "it ends too early");
            }
            buffer.flip();
            bytes += buffer.remaining();
            checksum.update(buffer);
            buffer.clear();
        }
        if (bytes > 0 && checksum() != mark.checksum()) {
            throw new DamagedFile(name, "its checksum differs");
        }
        file.position(mark.bytes());
    }

    /** Bytes flushed. */
    public long bytes() {
        return bytes;
    }

    /** CRC-32C of the bytes flushed. */
    public int checksum() {
        return (int) checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
