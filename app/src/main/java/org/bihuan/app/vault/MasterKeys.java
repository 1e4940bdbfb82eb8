package org.bihuan.app.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.app.startup.StartupRefused;

/**
 * The keys that wrap all other keys, numbered; the newest wraps what is new. Written one a line or parted by commas,
 * {@code 1:base64 of 32 bytes}. Immutable.
 */
final class MasterKeys {
    private final SortedMap<Integer, byte[]> byNumber;

    private MasterKeys(SortedMap<Integer, byte[]> byNumber) {
        this.byNumber = byNumber;
    }

    /** A first key. */
    static MasterKeys generate() {
        return new MasterKeys(new TreeMap<>()).withNewest();
    }

    /** @param origin where the text stands, for an error */
    static MasterKeys parse(String text, String origin) {
        SortedMap<Integer, byte[]> keys = new TreeMap<>();
        for (String line : text.split("[\\s,]+", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            try {
                byte[] key = Base64.getDecoder().decode(line.substring(colon + 1));
                int number = Integer.parseInt(line.substring(0, Math.max(colon, 0)));
                if (key.length != Suite.KEY_LENGTH || number < 1 || keys.put(number, key) != null) {
                    throw damaged(origin);
                }
            } catch (IllegalArgumentException e) {
                throw damaged(origin);
            }
        }
        if (keys.isEmpty()) {
            throw damaged(origin);
        }
        return new MasterKeys(keys);
    }

    private static StartupRefused damaged(String origin) {
        return new StartupRefused(
                "master-key-damaged",
                origin + " 的内容不对：每行应为“编号:32字节的base64”，编号不重复。请从备份恢复。",
                origin + " is not as it should be: each line is number:base64 of 32 bytes, each number once. Restore it"
                        + " from a backup.");
    }

    /** With one more key, newer than all. */
    MasterKeys withNewest() {
        SortedMap<Integer, byte[]> keys = new TreeMap<>(byNumber);
        byte[] key = new byte[Suite.KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        keys.put(keys.isEmpty() ? 1 : keys.lastKey() + 1, key);
        return new MasterKeys(keys);
    }

    /** Without the key of the number. */
    MasterKeys without(int number) {
        SortedMap<Integer, byte[]> keys = new TreeMap<>(byNumber);
        keys.remove(number);
        return new MasterKeys(keys);
    }

    /** The numbers, ascending. */
    Iterable<Integer> numbers() {
        return byNumber.keySet();
    }

    /** The number of the newest. */
    int newest() {
        return byNumber.lastKey();
    }

    /** Wraps a key with the newest. */
    byte[] wrap(Suite suite, byte[] key, String context) {
        return Seal.close(suite, Objects.requireNonNull(byNumber.get(newest())), key, context);
    }

    /** Unwraps a key that the master key of the number wraps. */
    byte[] unwrap(int number, byte[] wrapped, String context) {
        byte[] master = byNumber.get(number);
        if (master == null) {
            throw new StartupRefused(
                    "master-key-missing",
                    "数据库里的密钥由主密钥 " + number + " 保护，而现有主密钥是 " + byNumber.keySet() + "。请从备份恢复主密钥文件。",
                    "Keys in the database are wrapped by master key " + number + ", but there are only "
                            + byNumber.keySet() + ". Restore the file of master keys from a backup.");
        }
        return Seal.open(master, wrapped, context);
    }

    /** The text that {@link #parse} reads. */
    String text() {
        StringBuilder text = new StringBuilder();
        byNumber.forEach((number, key) -> text.append(number)
                .append(':')
                .append(Base64.getEncoder().encodeToString(Arrays.copyOf(key, key.length)))
                .append('\n'));
        return text.toString();
    }

    /** The numbers only: keys never reach a log. */
    @Override
    public String toString() {
        return "master keys " + byNumber.keySet();
    }
}
