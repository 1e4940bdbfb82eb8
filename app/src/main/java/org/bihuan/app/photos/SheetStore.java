package org.bihuan.app.photos;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of pictures that are about many duties. Runs in the caller's transaction. Thread-safe. */
@Component
class SheetStore {
    private final JdbcClient database;

    SheetStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it; the same one twice once. */
    void add(UUID id, PhotoStore.Sealed sealed, int bytes, Instant now) {
        database.sql("""
                        insert into photos.sheet (id, data_key, bytes, picture, added_at)
                        values (:id, :key, :bytes, :picture, :at) on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("key", sealed.dataKey())
                .param("bytes", bytes)
                .param("picture", sealed.picture())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Its size and key. */
    Optional<PhotoStore.Sealed> find(UUID id) {
        return database.sql("select data_key, picture from photos.sheet where id = :id")
                .param("id", id)
                .query((row, number) -> new PhotoStore.Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
                .optional();
    }

    /** Those on which a photo of one of the people stands. */
    List<UUID> of(Collection<SubjectId> people) {
        return database.sql(
                        "select distinct sheet from photos.photo where sheet is not null and subject = any(:people)")
                .param("people", people.stream().map(SubjectId::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** At whose duties it stands. */
    List<SubjectId> people(UUID sheet) {
        return database.sql("select distinct subject from photos.photo where sheet = :sheet order by subject")
                .param("sheet", sheet)
                .query((row, number) -> SubjectId.parse(row.getString(1)))
                .list();
    }

    void owe(Collection<UUID> sheets) {
        database.sql("update photos.sheet set must_go = true where id = any(:ids)")
                .param("ids", sheets.toArray(UUID[]::new))
                .update();
    }

    List<UUID> owed() {
        return database.sql("select id from photos.sheet where must_go and picture <> ''")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What is left of it is that there was one. */
    void empty(Collection<UUID> sheets) {
        database.sql("update photos.sheet set picture = '' where id = any(:ids)")
                .param("ids", sheets.toArray(UUID[]::new))
                .update();
    }
}
