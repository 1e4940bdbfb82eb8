package org.bihuan.app.vault;

import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;

/**
 * A set of algorithms: authenticated encryption and a keyed hash. Every sealed text begins with its suite's number, so
 * that texts of several suites lie side by side. Keys have 32 random bytes whatever the suite takes of them.
 */
sealed interface Suite permits AesSuite, SmSuite {
    /** Length of every key, in bytes. */
    int KEY_LENGTH = 32;

    /** Its number; never given to another. */
    byte number();

    /** Its word in settings. */
    String word();

    /**
     * Encrypts with a fresh nonce.
     *
     * @param context what the text belongs to: it opens nowhere else
     */
    byte[] seal(byte[] key, byte[] plain, byte[] context) throws GeneralSecurityException;

    /** Decrypts; throws when the text was changed, moved to another place or sealed by another key. */
    byte[] open(byte[] key, byte[] sealed, byte[] context) throws GeneralSecurityException;

    /** Makes keyed hashes of 32 bytes with the key; thread-safe. */
    UnaryOperator<byte[]> hashing(byte[] key);
}
