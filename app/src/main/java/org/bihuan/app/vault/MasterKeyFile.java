package org.bihuan.app.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.database.PrivateFile;
import org.bihuan.app.startup.StartupRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of master keys, readable by its owner only. It belongs into a backup of its own, never beside the data. */
record MasterKeyFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);

    boolean exists() {
        return Files.exists(path);
    }

    MasterKeys read() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (permissions.stream().anyMatch(each -> !each.name().startsWith("OWNER_"))) {
                throw new StartupRefused(
                        "master-key-open",
                        "主密钥文件 " + path + " 的权限是 " + PosixFilePermissions.toString(permissions)
                                + "，别的用户也能读。请执行 chmod 600。",
                        "The file of master keys " + path + " has the permissions "
                                + PosixFilePermissions.toString(permissions)
                                + ": others can read it. Run chmod 600 on it.");
            }
            return MasterKeys.parse(Files.readString(path), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Makes the file with a first key; when another program is quicker its file stands. */
    MasterKeys create() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path aside = aside();
            PrivateFile.write(aside, MasterKeys.generate().text());
            try {
                Files.createLink(path, aside);
                LOG.warn(
                        "已生成主密钥 {}，请立即另行备份：没有它，个人信息无法读出。 A master key was made in {}: back it up apart"
                                + " from the data now, personal data cannot be read without it.",
                        path,
                        path);
            } catch (FileAlreadyExistsException _) {
                LOG.info("{} was made by another program", path);
            } finally {
                Files.delete(aside);
            }
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path, e);
        }
    }

    void replace(MasterKeys keys) {
        try {
            Path aside = aside();
            PrivateFile.write(aside, keys.text());
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private Path aside() {
        return path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
    }
}
