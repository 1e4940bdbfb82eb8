package org.bihuan.app.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of photos. Runs in the caller's transaction. Thread-safe. */
@Component
class PhotoStore {
    private static final String COLUMNS =
            "select id, subject, duty, taken_by, added_at, bytes, sheet from photos.photo ";

    private final JdbcClient database;

    PhotoStore(JdbcClient database) {
        this.database = database;
    }

    /** A picture that lies sealed, and with which key. */
    record Sealed(UUID dataKey, byte[] picture) {}

    /** Keeps it; the same one twice once. */
    void add(Photo photo, Sealed sealed) {
        database.sql("""
                        insert into photos.photo (id, subject, duty, taken_by, added_at, bytes, data_key, picture, sheet)
                        values (:id, :subject, :duty, :by, :at, :bytes, :key, :picture, :sheet) on conflict (id) do nothing
                        """)
                .param("id", photo.id())
                .param("subject", photo.subject().toString())
                .param("duty", photo.duty())
                .param("by", photo.takenBy())
                .param("at", photo.addedAt().atOffset(ZoneOffset.UTC))
                .param("bytes", photo.bytes())
                .param("key", sealed.dataKey())
                .param("picture", sealed.picture())
                .param("sheet", photo.sheet(), java.sql.Types.OTHER)
                .update();
    }

    List<Photo> ofDuty(UUID duty) {
        return database.sql(COLUMNS + "where duty = :duty and taken_back_at is null order by added_at, id")
                .param("duty", duty)
                .query((row, number) -> photo(row))
                .list();
    }

    long countOfDuty(UUID duty) {
        return database.sql("select count(*) from photos.photo where duty = :duty and taken_back_at is null")
                .param("duty", duty)
                .query(Long.class)
                .single();
    }

    List<Photo> of(Collection<SubjectId> subjects, int limit) {
        return database.sql(
                        COLUMNS
                                + "where subject in (:subjects) and taken_back_at is null order by added_at desc, id limit :limit")
                .param("subjects", subjects.stream().map(SubjectId::toString).toList())
                .param("limit", limit)
                .query((row, number) -> photo(row))
                .list();
    }

    Optional<Photo> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id and taken_back_at is null")
                .param("id", id)
                .query((row, number) -> photo(row))
                .optional();
    }

    Optional<Sealed> sealed(UUID id) {
        return database.sql("select data_key, picture from photos.photo where id = :id")
                .param("id", id)
                .query((row, number) -> new Sealed(row.getObject("data_key", UUID.class), row.getBytes("picture")))
                .optional();
    }

    /** Notes that it was taken back; it is in no list any more. */
    void takeBack(UUID id, Instant now) {
        database.sql("update photos.photo set taken_back_at = :now where id = :id and taken_back_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Photo photo(ResultSet row) throws SQLException {
        return new Photo(
                row.getObject("id", UUID.class),
                SubjectId.parse(row.getString("subject")),
                row.getObject("duty", UUID.class),
                row.getString("taken_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getInt("bytes"),
                row.getObject("sheet", UUID.class));
    }
}
