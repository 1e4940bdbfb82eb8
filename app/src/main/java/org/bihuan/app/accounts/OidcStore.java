package org.bihuan.app.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of log-ins elsewhere. Runs in the caller's transaction. Thread-safe. */
@Component
class OidcStore {
    private final JdbcClient database;

    OidcStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A log-in that has gone elsewhere.
     *
     * @param state comes back in the address
     * @param nonce its hash comes back in the token
     * @param verifier proves that whoever brings the code is who asked for it
     */
    record Pending(String state, String nonce, String verifier, String back, String agent) {}

    void add(byte[] token, Pending pending, Instant now) {
        database.sql("""
                        insert into accounts.oidc_pending (token, state, nonce, verifier, back, agent, created_at)
                        values (:token, :state, :nonce, :verifier, :back, :agent, :now)
                        """)
                .param("token", token)
                .param("state", pending.state())
                .param("nonce", pending.nonce())
                .param("verifier", pending.verifier())
                .param("back", pending.back())
                .param("agent", pending.agent())
                .param("now", AccountStore.at(now))
                .update();
    }

    /** Takes it away; nobody finds it a second time. */
    Optional<Pending> take(byte[] token) {
        return database.sql("""
                        delete from accounts.oidc_pending where token = :token
                        returning state, nonce, verifier, back, agent
                        """)
                .param("token", token)
                .query((row, number) -> new Pending(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .optional();
    }

    void clean(Instant before) {
        database.sql("delete from accounts.oidc_pending where created_at < :before")
                .param("before", AccountStore.at(before))
                .update();
    }

    Optional<UUID> account(String issuer, String subject) {
        return database.sql("select account from accounts.oidc_link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    Optional<String> subject(UUID account) {
        return database.sql("select subject from accounts.oidc_link where account = :account")
                .param("account", account)
                .query(String.class)
                .optional();
    }

    void unlink(UUID account) {
        database.sql("delete from accounts.oidc_link where account = :account")
                .param("account", account)
                .update();
    }

    /** False when the subject is somebody else's. */
    boolean link(String issuer, String subject, UUID account, String by, Instant now) {
        return database.sql("""
                        insert into accounts.oidc_link (issuer, subject, account, linked_by, linked_at)
                        values (:issuer, :subject, :account, :by, :now) on conflict do nothing
                        """)
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("account", account)
                        .param("by", by)
                        .param("now", AccountStore.at(now))
                        .update()
                == 1;
    }

    void setPerson(UUID account, @org.jspecify.annotations.Nullable UUID document) {
        database.sql("update accounts.account set person = :document where id = :account")
                .param("document", document, java.sql.Types.OTHER)
                .param("account", account)
                .update();
    }

    boolean hasPerson(UUID account) {
        return database.sql("select person is not null from accounts.account where id = :account")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}
