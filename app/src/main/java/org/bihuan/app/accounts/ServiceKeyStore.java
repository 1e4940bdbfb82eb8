package org.bihuan.app.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of machines' keys. Thread-safe. */
@Component
class ServiceKeyStore {
    private static final String SELECT =
            "select id, prefix, hash, name, role, division, expires_at, revoked_at, used_at from accounts.service_key";

    private final JdbcClient database;

    ServiceKeyStore(JdbcClient database) {
        this.database = database;
    }

    void add(
            UUID id,
            String prefix,
            byte[] hash,
            String name,
            Assignment as,
            String by,
            Instant now,
            Instant expiresAt) {
        database.sql("""
                        insert into accounts.service_key
                            (id, prefix, hash, name, role, division, created_at, created_by, expires_at)
                        values (:id, :prefix, :hash, :name, :role, :division, :now, :by, :expires)
                        """)
                .param("id", id)
                .param("prefix", prefix)
                .param("hash", hash)
                .param("name", name)
                .param("role", as.role().id())
                .param("division", as.region().value())
                .param("now", AccountStore.at(now))
                .param("by", by)
                .param("expires", AccountStore.at(expiresAt))
                .update();
    }

    Optional<ServiceKey> find(String prefix) {
        return database.sql(SELECT + " where prefix = :prefix")
                .param("prefix", prefix)
                .query((row, number) -> key(row))
                .optional();
    }

    List<ServiceKey> list() {
        return database.sql(SELECT + " order by created_at desc, id")
                .query((row, number) -> key(row))
                .list();
    }

    void used(UUID id, Instant now) {
        database.sql("update accounts.service_key set used_at = :now where id = :id")
                .param("now", AccountStore.at(now))
                .param("id", id)
                .update();
    }

    void revoke(UUID id, Instant now) {
        database.sql("update accounts.service_key set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", AccountStore.at(now))
                .param("id", id)
                .update();
    }

    private static ServiceKey key(ResultSet row) throws SQLException {
        return new ServiceKey(
                row.getObject("id", UUID.class),
                row.getString("prefix"),
                row.getBytes("hash"),
                row.getString("name"),
                row.getString("role"),
                new DivisionCode(row.getLong("division")),
                Objects.requireNonNull(AccountStore.instant(row, "expires_at")),
                AccountStore.instant(row, "revoked_at"),
                AccountStore.instant(row, "used_at"));
    }
}
