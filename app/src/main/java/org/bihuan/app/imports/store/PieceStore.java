package org.bihuan.app.imports.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the bytes of uploads, kept in pieces so that no file is ever held whole in memory. Thread-safe. */
@Component
public class PieceStore {
    private static final int PIECE = 1 << 20;

    private final JdbcClient database;
    private final UploadSeals seals;

    PieceStore(JdbcClient database, UploadSeals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Stores the bytes, sealed. */
    public void write(UUID upload, InputStream in) throws IOException {
        UploadSeals.Open key = seals.open(upload);
        int number = 0;
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            database.sql("""
                            insert into imports.piece (upload, number, bytes, is_sealed)
                            values (:upload, :number, :bytes, true)
                            """)
                    .param("upload", upload)
                    .param("number", number)
                    .param("bytes", key.seal(piece, "piece " + number))
                    .update();
            number++;
        }
    }

    /** A piece as it lies. */
    private record Piece(byte[] bytes, boolean isSealed) {}

    /** Writes the bytes as they came. */
    public void read(UUID upload, OutputStream out) {
        UploadSeals.Reading key = seals.reading(upload);
        int count = database.sql("select count(*) from imports.piece where upload = :upload")
                .param("upload", upload)
                .query(Integer.class)
                .single();
        for (int number = 0; number < count; number++) {
            Piece piece = database.sql(
                            "select bytes, is_sealed from imports.piece where upload = :upload and number = :number")
                    .param("upload", upload)
                    .param("number", number)
                    .query((row, index) -> new Piece(row.getBytes(1), row.getBoolean(2)))
                    .single();
            try {
                out.write(piece.isSealed() ? key.bytes(piece.bytes(), "piece " + number) : piece.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the file", e);
            }
        }
    }

    public void delete(UUID upload) {
        database.sql("delete from imports.piece where upload = :upload")
                .param("upload", upload)
                .update();
    }
}
