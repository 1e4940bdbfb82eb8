package org.bihuan.app.database;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.bihuan.app.startup.StartupRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data lie, {@code bihuan.database.*}. Without a URL the program brings its own PostgreSQL.
 *
 * @param binaries folder that the embedded PostgreSQL is unpacked into
 * @param url JDBC address of an external PostgreSQL
 * @param user its ordinary role, for the running program
 * @param ownerUser the role that owns the schemas; the ordinary role when not given
 */
@ConfigurationProperties("bihuan.database")
record DatabaseSettings(
        Path binaries,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String ownerUser,
        @Nullable String ownerPassword) {

    boolean external() {
        return url != null && !url.isBlank();
    }

    /** The external database that the settings name. */
    DatabaseAccess access() {
        if (url == null || !url.startsWith("jdbc:postgresql:") || user == null || password == null) {
            throw incomplete();
        }
        if (Stream.of(ownerUser, ownerPassword).filter(text -> text != null).count() == 1) {
            throw incomplete();
        }
        Login application = new Login(user, password);
        return new DatabaseAccess(
                url,
                application,
                ownerUser == null || ownerPassword == null ? application : new Login(ownerUser, ownerPassword));
    }

    private StartupRefused incomplete() {
        return new StartupRefused(
                "database-settings",
                "外部数据库需要 bihuan.database.url(以 jdbc:postgresql: 开头)、bihuan.database.user 和 bihuan.database.password;"
                        + "owner-user 与 owner-password 要么都给,要么都不给。url=" + url + ",user=" + user,
                "An external database needs bihuan.database.url (beginning with jdbc:postgresql:), bihuan.database.user"
                        + " and bihuan.database.password; owner-user and owner-password come together or not at all."
                        + " url=" + url + ", user=" + user);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", ownerUser=" + ownerUser + "]";
    }
}
