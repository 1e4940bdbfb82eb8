package org.bihuan.trace.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads what {@link ColumnWriter} wrote, checking the length first and the checksum last. Arrays read before the end are
 * not to be used until {@link #end()} has accepted the file. Not thread-safe.
 */
public final class ColumnReader implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final FileMark mark;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private long left;

    private ColumnReader(Path file, FileChannel channel, FileMark mark) {
        this.file = file;
        this.channel = channel;
        this.mark = mark;
        left = mark.bytes();
        buffer.limit(0);
    }

    /** Opens a file that must have the marked length, or more when only its beginning counts. */
    public static ColumnReader open(Path directory, FileMark mark, boolean mayBeLonger) throws IOException {
        Path file = directory.resolve(mark.name());
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException absent) {
            throw new DamagedFile(file, "it is missing");
        }
        long size = Files.size(file);
        if (size < mark.bytes() || (size > mark.bytes() && !mayBeLonger)) {
            channel.close();
            throw new DamagedFile(file, "it has " + size + " bytes, not " + mark.bytes());
        }
        return new ColumnReader(file, channel, mark);
    }

    /** Reads magic and version; anything else is refused. */
    public void expect(int magic, int version, String what) throws IOException {
        int foundMagic = getInt();
        if (foundMagic != magic) {
            throw refused("it is not a " + what);
        }
        int foundVersion = getInt();
        if (foundVersion != version) {
            throw refused("it has version " + foundVersion + ", this program reads version " + version);
        }
    }

    /** Reads one number. */
    public int getInt() throws IOException {
        require(Integer.BYTES);
        return buffer.getInt();
    }

    /** Reads one number. */
    public long getLong() throws IOException {
        require(Long.BYTES);
        return buffer.getLong();
    }

    /** Reads a count of things so many bytes each; a count the file cannot hold is refused before memory is taken. */
    public int getCount(int bytesEach) throws IOException {
        int count = getInt();
        if (count < 0 || (long) count * bytesEach > left + buffer.remaining()) {
            throw refused("a count of " + count + " does not fit its length");
        }
        return count;
    }

    /** Reads an array. */
    public int[] getInts(int count) throws IOException {
        int[] values = new int[count];
        for (int done = 0; done < count; ) {
            require(Integer.BYTES);
            int part = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, done, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            done += part;
        }
        return values;
    }

    /** Reads an array. */
    public long[] getLongs(int count) throws IOException {
        long[] values = new long[count];
        for (int done = 0; done < count; ) {
            require(Long.BYTES);
            int part = Math.min(count - done, buffer.remaining() / Long.BYTES);
            buffer.asLongBuffer().get(values, done, part);
            buffer.position(buffer.position() + part * Long.BYTES);
            done += part;
        }
        return values;
    }

    /** Reads bytes as they are. */
    public void getBytes(byte[] into, int start, int count) throws IOException {
        for (int done = 0; done < count; ) {
            require(1);
            int part = Math.min(count - done, buffer.remaining());
            buffer.get(into, start + done, part);
            done += part;
        }
    }

    /** Whether marked bytes are left. */
    public boolean hasMore() {
        return left + buffer.remaining() > 0;
    }

    /** Accepts the file: all of it was read and its checksum is the marked one. */
    public void end() throws IOException {
        if (hasMore()) {
            throw refused("it goes on behind its end");
        }
        if ((int) checksum.getValue() != mark.checksum()) {
            throw refused("its checksum differs");
        }
    }

    /** The refusal of this file. */
    public DamagedFile refused(String what) {
        return new DamagedFile(file, what);
    }

    private void require(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return;
        }
        buffer.compact();
        int kept = buffer.position();
        buffer.limit((int) Math.min(buffer.capacity(), kept + left));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            continue;
        }
        int fresh = buffer.position() - kept;
        left -= fresh;
        checksum.update(buffer.duplicate().limit(kept + fresh).position(kept));
        buffer.flip();
        if (buffer.remaining() < count) {
            throw refused("it ends too early");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
