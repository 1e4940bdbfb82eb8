package org.bihuan.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bihuan.app.database.TestDatabase;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys of people in the database: made once, wrapped anew, destroyed. */
@Tag("database")
class VaultTest {
    private static final Instant NOW = Instant.parse("2020-07-26T00:00:00Z");

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        database.jdbcOfOwner().sql("truncate vault.data_key, vault.index_key").update();
    }

    @Test
    void aPersonHasOneKeyAndItOpensWhatItSealed() {
        Vault vault = vault("aes");
        DataKey key = key(vault, "person:a");
        byte[] sealed = key.seal("张三", "here");
        assertThat(key(vault, "person:a").id()).isEqualTo(key.id());
        assertThat(key(vault, "person:b").id()).isNotEqualTo(key.id());
        assertThat(Objects.requireNonNull(vault.byIds(List.of(key.id())).get(key.id()))
                        .open(sealed, "here"))
                .isEqualTo("张三");
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> key(vault, "person:b").open(sealed, "here"));
    }

    @Test
    void destroyingAKeyDestroysWhatItSealedAndNothingElse() {
        Vault vault = vault("aes");
        DataKey gone = key(vault, "person:a");
        DataKey kept = key(vault, "person:b");
        assertThat(vault.destroy(List.of("person:a", "person:nobody"), NOW)).containsExactly("person:a");
        assertThat(vault.byIds(List.of(gone.id(), kept.id()))).containsOnlyKeys(kept.id());
        DataKey again = key(vault, "person:a");
        assertThat(again.id()).as("whoever comes again gets a new key").isNotEqualTo(gone.id());
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> again.open(gone.seal("张三", "here"), "here"));
        assertThat(vault.count()).containsExactly(new KeyCount(0, 1), new KeyCount(1, 2));
    }

    @Test
    void manyAtOnceMakeOneKeyEach() throws Exception {
        Vault vault = vault("aes");
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Callable<UUID>> tasks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                tasks.add(() -> key(vault, "person:one").id());
            }
            List<UUID> ids = new ArrayList<>();
            for (var each : pool.invokeAll(tasks)) {
                ids.add(each.get());
            }
            assertThat(ids).hasSize(60).containsOnly(ids.getFirst());
        }
    }

    @Test
    void aNewMasterKeyTakesOverAndTheOldOneCanGo() {
        Vault before = vault("aes");
        DataKey key = key(before, "person:a");
        key(before, "person:b");
        UUID hash = hash("aes").of("name", "张三");
        byte[] sealed = key.seal("张三", "here");
        MasterKeyFile file = new MasterKeyFile(folder.resolve("master.keys"));
        file.replace(file.read().withNewest());
        Vault after = vault("sm"); // and another suite for what is new
        assertThat(hash("sm").of("name", "张三")).isEqualTo(hash);
        assertThat(after.rewrapNext(1)).isEqualTo(1);
        assertThat(after.rewrapNext(10)).isEqualTo(1);
        assertThat(after.rewrapNext(10)).isZero();
        file.replace(file.read().without(1));
        Vault last = vault("sm");
        DataKey opened = Objects.requireNonNull(last.byIds(List.of(key.id())).get(key.id()));
        assertThat(opened.open(sealed, "here")).isEqualTo("张三");
        assertThat(opened.seal("张三", "here")[0]).isEqualTo((byte) 2);
        assertThat(hash("sm").of("name", "张三")).isEqualTo(hash);
    }

    @Test
    void aMasterKeyOfAnotherDatabaseIsRefused() {
        vault("aes");
        new MasterKeyFile(folder.resolve("master.keys")).replace(MasterKeys.generate());
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> vault("aes"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("master-key-wrong"));
    }

    @Test
    void hashesDifferByTextPurposeAndKey() {
        UUID hash = hash("aes").of("name", "张三");
        assertThat(hash("aes").of("name", "张三")).isEqualTo(hash);
        assertThat(hash("aes").of("phone", "张三")).isNotEqualTo(hash);
        assertThat(hash("aes").of("name", "张", "三")).isNotEqualTo(hash);
        empty();
        assertThat(hash("aes").of("name", "张三")).as("another key").isNotEqualTo(hash);
    }

    @Test
    void theProgramCannotTakeAKeyRowAway() {
        key(vault("aes"), "person:a");
        for (String sql : List.of(
                "delete from vault.data_key",
                "update vault.data_key set owner = 'x'",
                "truncate vault.data_key",
                "delete from vault.index_key")) {
            assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                    .isThrownBy(() -> database.jdbc().sql(sql).update());
        }
    }

    private static DataKey key(Vault vault, String owner) {
        Map<String, DataKey> keys = vault.keysOf(List.of(owner), NOW);
        return Objects.requireNonNull(keys.get(owner));
    }

    private Vault vault(String suite) {
        KeyStore store = new KeyStore(new JdbcTemplate(database.dataSource()));
        return new Vault(store, keys(suite));
    }

    private KeyedHash hash(String suite) {
        return new KeyedHash(keys(suite));
    }

    private Keys keys(String suite) {
        return new Keys(
                new KeySettings(folder.resolve("master.keys"), null, suite),
                new KeyStore(new JdbcTemplate(database.dataSource())));
    }
}
