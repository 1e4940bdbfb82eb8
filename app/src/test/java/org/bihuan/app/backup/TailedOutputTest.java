package org.bihuan.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However the bytes come, the end is the hash of all before it. */
class TailedOutputTest {

    @Test
    void theEndIsTheHashOfWhatComesBefore() throws IOException {
        Long replayed = Long.getLong("bihuan.seed");
        long seed = replayed == null ? System.nanoTime() : replayed;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] content = new byte[random.nextInt(400)];
            random.nextBytes(content);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            try (TailedOutput output = new TailedOutput(written)) {
                byte[] all = new byte[content.length + TailedOutput.LENGTH];
                System.arraycopy(content, 0, all, 0, content.length);
                byte[] end = TailedOutput.PLACEHOLDER.getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(end, 0, all, content.length, end.length);
                for (int at = 0; at < all.length; ) {
                    int length = Math.min(all.length - at, random.nextInt(150));
                    if (length == 1) {
                        output.write(all[at]);
                    } else {
                        output.write(all, at, length);
                    }
                    at += length;
                }
            }
            byte[] result = written.toByteArray();
            assertThat(Arrays.copyOf(result, content.length)).isEqualTo(content);
            assertThat(new String(Arrays.copyOfRange(result, content.length, result.length), StandardCharsets.US_ASCII))
                    .as("seed %s", seed)
                    .isEqualTo(
                            "sha256:" + HexFormat.of().formatHex(Hashes.sha256().digest(content)));
        }
    }

    @Test
    void withoutThePlaceholderThereIsNoEnd() {
        assertThatThrownBy(() -> {
                    try (TailedOutput output = new TailedOutput(new ByteArrayOutputStream())) {
                        output.write(new byte[100]);
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
