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

    PieceStore(JdbcClient database) {
        this.database = database;
    }

    /** Stores the bytes. */
    public void write(UUID upload, InputStream in) throws IOException {
        int number = 0;
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            database.sql("insert into imports.piece (upload, number, bytes) values (:upload, :number, :bytes)")
                    .param("upload", upload)
                    .param("number", number++)
                    .param("bytes", piece)
                    .update();
        }
    }

    /** Writes the bytes as they came. */
    public void read(UUID upload, OutputStream out) {
        int count = database.sql("select count(*) from imports.piece where upload = :upload")
                .param("upload", upload)
                .query(Integer.class)
                .single();
        for (int number = 0; number < count; number++) {
            byte[] piece = database.sql("select bytes from imports.piece where upload = :upload and number = :number")
                    .param("upload", upload)
                    .param("number", number)
                    .query((row, index) -> row.getBytes(1))
                    .single();
            try {
                out.write(piece);
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
