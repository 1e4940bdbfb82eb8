package org.bihuan.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import org.bihuan.app.startup.StartupRefused;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both suites against published examples, and what a seal must refuse. */
class SuitesTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void aesOpensTheExampleOfTheGcmSpecification() throws GeneralSecurityException {
        byte[] key = HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] sealed = HEX.parseHex("cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
        assertThat(new AesSuite().open(key, sealed, HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2")))
                .isEqualTo(HEX.parseHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"));
    }

    @Test
    void smOpensTheExampleOfRfc8998() throws GeneralSecurityException {
        byte[] key = HEX.parseHex("0123456789abcdeffedcba9876543210" + "00".repeat(16));
        byte[] sealed = HEX.parseHex("00001234567800000000abcd"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(new SmSuite().open(key, sealed, HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2")))
                .isEqualTo(HEX.parseHex("aa".repeat(8)
                        + "bb".repeat(8)
                        + "cc".repeat(8)
                        + "dd".repeat(8)
                        + "ee".repeat(8)
                        + "ff".repeat(8)
                        + "ee".repeat(8)
                        + "aa".repeat(8)));
    }

    @Test
    void hashesAreThePublishedOnes() {
        byte[] text = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        assertThat(new AesSuite()
                        .hashing("Jefe".getBytes(StandardCharsets.US_ASCII))
                        .apply(text))
                .isEqualTo(HEX.parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        byte[] key = new byte[32];
        new Random(1).nextBytes(key);
        assertThat(new SmSuite().hashing(key).apply(text)).isEqualTo(byDefinition(key, text));
    }

    /** The hash as RFC 2104 writes it down, over a digest of 64-byte blocks. */
    private static byte[] byDefinition(byte[] key, byte[] text) {
        byte[] inner = new byte[64 + text.length];
        byte[] outer = new byte[64 + 32];
        for (int i = 0; i < 64; i++) {
            int each = i < key.length ? key[i] : 0;
            inner[i] = (byte) (each ^ 0x36);
            outer[i] = (byte) (each ^ 0x5c);
        }
        System.arraycopy(text, 0, inner, 64, text.length);
        System.arraycopy(digest(inner), 0, outer, 64, 32);
        return digest(outer);
    }

    private static byte[] digest(byte[] text) {
        SM3Digest digest = new SM3Digest();
        digest.update(text, 0, text.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes", "sm"})
    void aSealOpensOnlyWithItsKeyAtItsPlaceUnchanged(String word) {
        Suite suite = Suites.named(word);
        Random random = new Random(7);
        byte[] key = new byte[32];
        byte[] other = new byte[32];
        random.nextBytes(key);
        random.nextBytes(other);
        byte[] plain = "张三 11010519491231002X".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Seal.close(suite, key, plain, "fact:1:name");
        assertThat(Seal.open(key, sealed, "fact:1:name")).isEqualTo(plain);
        assertThat(sealed[0]).isEqualTo(suite.number());
        assertThat(Seal.close(suite, key, plain, "fact:1:name"))
                .as("a fresh nonce each time")
                .isNotEqualTo(sealed);
        assertBroken(other, sealed, "fact:1:name");
        assertBroken(key, sealed, "fact:2:name");
        for (int at = 1; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertBroken(key, changed, "fact:1:name");
        }
        assertBroken(key, java.util.Arrays.copyOf(sealed, sealed.length - 1), "fact:1:name");
        assertBroken(key, new byte[] {suite.number()}, "fact:1:name");
        assertBroken(key, new byte[0], "fact:1:name");
        byte[] unknown = sealed.clone();
        unknown[0] = 9;
        assertBroken(key, unknown, "fact:1:name");
    }

    private static void assertBroken(byte[] key, byte[] sealed, String context) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> Seal.open(key, sealed, context))
                .satisfies(broken -> assertThat(broken.toString()).doesNotContain("张三"));
    }

    @Test
    void aSuiteThatIsNotThereIsRefused() {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> Suites.named("des"))
                .satisfies(refused -> assertThat(refused.chinese()).contains("des", "aes"));
    }
}
