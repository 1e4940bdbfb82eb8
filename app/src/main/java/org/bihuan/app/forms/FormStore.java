package org.bihuan.app.forms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of form templates. Thread-safe. */
@Component
class FormStore {
    private final JdbcClient database;

    FormStore(JdbcClient database) {
        this.database = database;
    }

    void insert(FormView form, byte[] bytes, String by, Instant at) {
        database.sql("""
                        insert into forms.template (id, name, bytes, fields, added_by, added_at)
                        values (:id, :name, :bytes, :fields, :by, :at)
                        """)
                .param("id", form.id())
                .param("name", form.name())
                .param("bytes", bytes)
                .param("fields", String.join("\n", form.fields()))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(UUID id) {
        database.sql("delete from forms.template where id = :id")
                .param("id", id)
                .update();
    }

    List<FormView> list() {
        return database.sql("select id, name, fields from forms.template order by name, id")
                .query((row, number) -> new FormView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("fields").lines().toList()))
                .list();
    }

    Optional<byte[]> bytes(UUID id) {
        return database.sql("select bytes from forms.template where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
