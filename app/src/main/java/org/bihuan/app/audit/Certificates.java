package org.bihuan.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates of destruction. Never changed, never deleted. Thread-safe. */
@Service
public class Certificates {
    private final CertificateStore store;
    private final Audit audit;

    Certificates(CertificateStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * What is to be destroyed.
     *
     * @param kind {@code person}, {@code outbreak}, {@code retention} or {@code reading}
     * @param scope what, without personal data
     * @param approvedBy who agreed; another one than who does it
     */
    public record Order(String kind, String scope, String reason, String user, String approvedBy) {}

    /** Writes the certificate, in the caller's transaction with the destruction itself. */
    @Transactional
    public Certificate issue(Order order, Collection<String> destroyed, long keys, Instant now) {
        Certificate unnumbered = new Certificate(
                0,
                now,
                order.kind(),
                order.scope(),
                order.reason(),
                order.user(),
                order.approvedBy(),
                destroyed.size(),
                keys,
                hash(destroyed),
                audit.head().toString());
        long number = store.add(unnumbered);
        return new Certificate(
                number,
                now,
                order.kind(),
                order.scope(),
                order.reason(),
                order.user(),
                order.approvedBy(),
                destroyed.size(),
                keys,
                unnumbered.content(),
                unnumbered.head());
    }

    /** The latest certificates. */
    @Transactional(readOnly = true)
    public List<Certificate> list(int limit) {
        return store.list(limit);
    }

    /** SHA-256 over the ids in their order, each ended by a line feed: whoever has the list can compare. */
    public static Hash hash(Collection<String> ids) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeSet<>(ids).forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
