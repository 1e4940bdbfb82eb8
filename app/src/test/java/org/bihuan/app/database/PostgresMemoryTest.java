package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresMemoryTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void anEighthIsTakenWithinBounds() {
        assertThat(buffers(GIGABYTE / 2)).as("never less than PostgreSQL's own").isEqualTo("128MB");
        assertThat(buffers(4 * GIGABYTE)).isEqualTo("512MB");
        assertThat(buffers(64 * GIGABYTE)).as("the rest is the system's cache").isEqualTo("1024MB");
    }

    private static @Nullable String buffers(long memory) {
        return PostgresMemory.settings(memory).get("shared_buffers");
    }
}
