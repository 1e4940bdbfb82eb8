package org.bihuan.app.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/**
 * What the chain hashes: every value with its length before it, so that no two different lists of values give the same
 * bytes. Texts in UTF-8, numbers as eight bytes, times as microseconds since 1970. Anybody can rebuild it from the tables
 * with this description.
 */
final class ChainHash {
    private final MessageDigest digest;

    private ChainHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hash of the entries in their order. */
    static Hash content(List<AuditEntry> entries) {
        ChainHash hash = new ChainHash();
        for (AuditEntry entry : entries) {
            hash.add(entry.number());
            hash.add(entry.at());
            hash.add(entry.user());
            hash.add(entry.purpose());
            hash.add(entry.action().word());
            hash.add(entry.subjects().size());
            entry.subjects().forEach(hash::add);
            hash.add(entry.oddities().size());
            entry.oddities().forEach(each -> hash.add(each.word()));
            hash.add(entry.detail());
        }
        return hash.result();
    }

    /** Hash of a batch. */
    static Hash batch(long number, long lastEntry, int entries, Instant sealedAt, Hash content, Hash previous) {
        ChainHash hash = new ChainHash();
        hash.add(number);
        hash.add(lastEntry);
        hash.add(entries);
        hash.add(sealedAt);
        hash.add(content.hex());
        hash.add(previous.hex());
        return hash.result();
    }

    private void add(long value) {
        digest.update(ByteBuffer.allocate(12).putInt(Long.BYTES).putLong(value).array());
    }

    private void add(Instant time) {
        add(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private Hash result() {
        return Hash.of(digest.digest());
    }
}
