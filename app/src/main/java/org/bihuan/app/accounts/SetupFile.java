package org.bihuan.app.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.app.database.PrivateFile;
import org.bihuan.app.startup.StartupRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The file with the address at which the first administrator is made, for the server's own user only: logs are read by more
 * people and kept longer. Thread-safe.
 */
@Component
class SetupFile {
    private final Path path;

    SetupFile(@Value("${bihuan.data}") Path data) {
        this.path = data.resolve("first-administrator.txt").toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    /** Writes the address anew. */
    void write(String token) {
        try {
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            PrivateFile.write(path, "/setup?token=" + token + "\n");
        } catch (IOException e) {
            throw new StartupRefused(
                    "setup-file",
                    "不能写入 " + path + "，首个管理员的一次性地址要放在那里。请检查数据目录的权限和空间。",
                    "Cannot write " + path + ", which is to hold the one-time address for the first administrator."
                            + " Check rights and space of the data folder.",
                    e);
        }
    }

    /** Takes the file away; its token is worth nothing any more. */
    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit(); // the token in it opens nothing
        }
    }
}
