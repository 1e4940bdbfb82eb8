package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of an embedded database: made, stopped, started again, left over from a killed run. */
class EmbeddedDatabaseTest {
    /** Line of postmaster.pid, counted from 0. */
    private static final int SOCKET_FOLDER = 4;

    @TempDir
    Path folder;

    @Test
    void aNewOneIsDurableAndHasNoOpenDoor() throws IOException {
        try (EmbeddedDatabase database = start()) {
            JdbcClient application = application(database);
            assertThat(one(application, "show fsync")).isEqualTo("on");
            assertThat(one(application, "show full_page_writes")).isEqualTo("on");
            assertThat(one(application, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(application, "show data_checksums")).isEqualTo("on");
            assertThat(one(application, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                            .get(SOCKET_FOLDER))
                    .isBlank();
            assertThat(Files.readAllLines(folder.resolve("postgresql/pg_hba.conf")))
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database.credentials"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void chineseTextSortsByPinyin() {
        PreparedFolder.copyTo(folder);
        try (EmbeddedDatabase database = start()) {
            List<String> sorted = application(database)
                    .sql("select name from (values ('大连'), ('鞍山'), ('北京')) v (name) order by name")
                    .query((row, _) -> row.getString(1))
                    .list();
            assertThat(sorted).containsExactly("鞍山", "北京", "大连");
        }
    }

    @Test
    void aRestartKeepsTheData() {
        PreparedFolder.copyTo(folder);
        try (EmbeddedDatabase database = start()) {
            insert(database, "kept");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(notes(database)).containsExactly("kept");
        }
    }

    @Test
    void twoProgramsNeverShareAFolder() {
        PreparedFolder.copyTo(folder);
        try (EmbeddedDatabase database = start()) {
            assertRefused("data-folder-in-use");
            insert(database, "first one still works");
        }
    }

    @Test
    void halfMadeFolderOfAKilledFirstStartIsMadeAnew() throws IOException {
        Files.createDirectories(folder.resolve("postgresql.new/base"));
        Files.writeString(folder.resolve("postgresql.pw"), "old");
        try (EmbeddedDatabase database = start()) {
            insert(database, "made");
        }
    }

    @Test
    void aProcessNumberThatNowIsAnotherProgramsIsLeftAlone() throws IOException {
        PreparedFolder.copyTo(folder);
        long stranger = ProcessHandle.current().pid();
        Path pidFile = folder.resolve("postgresql/postmaster.pid");
        Files.writeString(pidFile, stranger + "\n" + folder.resolve("postgresql") + "\n");
        try (EmbeddedDatabase database = start()) {
            insert(database, "alive");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void lostPasswordsAreNotReplacedBehindTheDatabasesBack() throws IOException {
        dataOf("18");
        assertRefused("database-credentials-missing");
        Files.writeString(folder.resolve("database.credentials"), "bihuan_owner=x\n");
        assertRefused("database-credentials-damaged");
    }

    @Test
    void dataOfAnotherMajorVersionAreRefused() throws IOException {
        dataOf("17");
        Credentials.loadOrCreate(folder.resolve("database.credentials"), false);
        assertRefused("database-folder-version");
    }

    @Test
    void closingAServerThatIsGoneIsNoError() throws InterruptedException {
        PreparedFolder.copyTo(folder);
        EmbeddedDatabase database = start();
        ProcessHandle server = Postmaster.find(folder.resolve("postgresql")).orElseThrow();
        server.destroyForcibly();
        while (Postmaster.isServerOf(folder.resolve("postgresql"), server.pid())) {
            Thread.sleep(10);
        }
        assertThatCode(database::close).doesNotThrowAnyException();
        start().close();
    }

    private void dataOf(String version) throws IOException {
        Files.createDirectory(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("postgresql/PG_VERSION"), version + "\n");
    }

    private void assertRefused(String code) {
        assertThatExceptionOfType(StartupRefused.class).isThrownBy(this::start).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.chinese()).contains(folder.toString());
            assertThat(refused.english()).contains(folder.toString());
        });
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, TestPrograms.embedded());
    }

    static JdbcClient application(EmbeddedDatabase database) {
        DatabaseAccess access = database.access();
        return JdbcClient.create(Sql.dataSource(access.url(), access.application()));
    }

    static void insert(EmbeddedDatabase database, String text) {
        JdbcClient owner = JdbcClient.create(
                Sql.dataSource(database.access().url(), database.access().owner()));
        owner.sql("create table if not exists public.note (text text)").update();
        owner.sql("insert into public.note values (:text)").param("text", text).update();
    }

    static List<String> notes(EmbeddedDatabase database) {
        return JdbcClient.create(Sql.dataSource(
                        database.access().url(), database.access().owner()))
                .sql("select text from public.note order by text")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String one(JdbcClient client, String sql) {
        return client.sql(sql).query(String.class).single();
    }
}
