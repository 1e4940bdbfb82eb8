package org.bihuan.app.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.bihuan.app.startup.StartupRefused;

/**
 * The three roles of an embedded database, with generated passwords that lie in one file readable by its owner only.
 *
 * @param superuser sets the server up, never used by the running program
 */
record Credentials(Login superuser, Login owner, Login application) {
    static final String SUPERUSER = "bihuan_superuser";
    static final String OWNER = "bihuan_owner";
    static final String APPLICATION = "bihuan_app";

    /** Reads the file, or makes it when there is no database yet that would know other passwords. */
    static Credentials loadOrCreate(Path file, boolean databaseExists) {
        try {
            if (!Files.exists(file)) {
                if (databaseExists) {
                    throw new StartupRefused(
                            "database-credentials-missing",
                            "数据库口令文件 " + file + " 不见了,数据仍在。请从备份恢复该文件。",
                            "The password file " + file + " is gone while the data are there. Restore it from a"
                                    + " backup.");
                }
                create(file);
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            return new Credentials(
                    login(properties, file, SUPERUSER),
                    login(properties, file, OWNER),
                    login(properties, file, APPLICATION));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** New passwords, kept nowhere. */
    static Credentials generate() {
        return new Credentials(
                new Login(SUPERUSER, newPassword()),
                new Login(OWNER, newPassword()),
                new Login(APPLICATION, newPassword()));
    }

    private static void create(Path file) throws IOException {
        Credentials made = generate();
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        PrivateFile.write(aside, line(made.superuser) + line(made.owner) + line(made.application));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(Login login) {
        return login.user() + "=" + login.password() + "\n";
    }

    private static Login login(Properties properties, Path file, String user) {
        String password = properties.getProperty(user);
        if (password == null || password.isBlank()) {
            throw new StartupRefused(
                    "database-credentials-damaged",
                    "数据库口令文件 " + file + " 缺少 " + user + "。请从备份恢复该文件。",
                    "The password file " + file + " has no " + user + ". Restore it from a backup.");
        }
        return new Login(user, password);
    }

    /** 32 random bytes in letters, digits, minus and underscore: needs no quoting anywhere. */
    private static String newPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
