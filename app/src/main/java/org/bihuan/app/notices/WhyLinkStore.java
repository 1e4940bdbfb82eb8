package org.bihuan.app.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of links to the page that tells why. Runs in the caller's transaction. Thread-safe. */
@Component
class WhyLinkStore {
    private final JdbcClient database;

    WhyLinkStore(JdbcClient database) {
        this.database = database;
    }

    /** Makes the link unless the notice has one. */
    void add(UUID notice, String token, Instant expiresAt) {
        database.sql("""
                        insert into notices.why_link (notice, token, expires_at) values (:notice, :token, :expires)
                        on conflict (notice) do nothing
                        """)
                .param("notice", notice)
                .param("token", token)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<WhyLink> ofNotice(UUID notice) {
        return database.sql("select * from notices.why_link where notice = :notice")
                .param("notice", notice)
                .query((row, number) -> link(row))
                .optional();
    }

    /** The link, locked until the transaction ends, so that guesses are counted one by one. */
    Optional<WhyLink> lock(String token) {
        return database.sql("select * from notices.why_link where token = :token for update")
                .param("token", token)
                .query((row, number) -> link(row))
                .optional();
    }

    Optional<WhyLink> find(String token) {
        return database.sql("select * from notices.why_link where token = :token")
                .param("token", token)
                .query((row, number) -> link(row))
                .optional();
    }

    void setFailures(UUID notice, int failures, @Nullable Instant lockedUntil) {
        database.sql("update notices.why_link set failures = :failures, locked_until = :until where notice = :notice")
                .param("failures", failures)
                .param("until", lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC))
                .param("notice", notice)
                .update();
    }

    void setCode(UUID notice, UUID code, String by, Instant now) {
        database.sql("update notices.why_link set code = :code, code_at = :now, code_by = :by where notice = :notice")
                .param("notice", notice)
                .param("code", code)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    boolean hasCode(String token, UUID code) {
        return database.sql("select exists (select 1 from notices.why_link where token = :token and code = :code)")
                .param("token", token)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Takes it back for good; harmless when done twice. */
    void revoke(UUID notice, Instant now) {
        database.sql("update notices.why_link set revoked_at = :now where notice = :notice and revoked_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("notice", notice)
                .update();
    }

    private static WhyLink link(ResultSet row) throws SQLException {
        return new WhyLink(
                row.getObject("notice", UUID.class),
                row.getString("token"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("revoked_at", OffsetDateTime.class)),
                row.getInt("failures"),
                instant(row.getObject("locked_until", OffsetDateTime.class)),
                instant(row.getObject("code_at", OffsetDateTime.class)),
                row.getString("code_by"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
