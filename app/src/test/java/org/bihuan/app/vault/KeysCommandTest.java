package org.bihuan.app.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A master key is made, takes over, and the old one goes: never before nothing needs it. */
@Tag("database")
class KeysCommandTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder;

    @Test
    void aMasterKeyIsReplaced() {
        vault().keysOf(List.of("person:a", "person:b"), Instant.EPOCH);
        assertThat(run(0, "show")).isEqualTo("1: 3\n");
        assertThat(run(1, "drop", "1")).contains("不能删除", "in use");
        assertThat(run(0, "new")).contains("主密钥 2", "Master key 2");
        assertThat(run(1, "drop", "1")).as("nothing has been wrapped anew yet").contains("in use");
        assertThat(run(1, "drop", "2")).as("the newest").contains("in use");
        Vault restarted = vault();
        assertThat(run(1, "drop", "1")).contains("in use");
        assertThat(restarted.rewrapNext(10)).isEqualTo(2);
        assertThat(run(0, "show")).isEqualTo("1: 0\n2: 3\n");
        assertThat(run(0, "drop", "1")).contains("已删除");
        assertThat(run(1, "drop", "1")).contains("没有这一号", "no such key");
        assertThat(vault().keysOf(List.of("person:a"), Instant.EPOCH)).hasSize(1);
        assertThat(run(2)).contains("用法");
        assertThat(run(2, "drop", "x")).contains("usage");
        assertThat(run(2, "burn")).contains("usage");
    }

    private Vault vault() {
        KeyStore store = new KeyStore(new JdbcTemplate(database.dataSource()));
        return new Vault(store, new Keys(new KeySettings(file(), null, "aes"), store));
    }

    private Path file() {
        return folder.resolve("master.keys");
    }

    private String run(int expected, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(database.arguments()));
        all.add("--bihuan.keys.file=" + file());
        all.add("--bihuan.home=" + System.getProperty("bihuan.home", ".."));
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = new KeysCommand(both, both).run(all);
        assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return out.toString(StandardCharsets.UTF_8);
    }
}
