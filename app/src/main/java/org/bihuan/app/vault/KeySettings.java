package org.bihuan.app.vault;

import java.nio.file.Path;
import org.bihuan.app.startup.StartupRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master keys are, {@code bihuan.keys.*}.
 *
 * @param file the file they lie in; outside the data folder, so that a stolen copy of the data is worth nothing
 * @param master the keys themselves, from the environment (BIHUAN_KEYS_MASTER); then there is no file
 * @param suite {@code aes} (AES-256-GCM, SHA-256) or {@code sm} (SM4-GCM, SM3) for what is sealed from now on
 */
@ConfigurationProperties("bihuan.keys")
record KeySettings(Path file, @Nullable String master, String suite) {

    /**
     * The master keys.
     *
     * @param inUse whether the database holds keys that a master key wraps
     */
    MasterKeys load(boolean inUse) {
        if (master != null && !master.isBlank()) {
            return MasterKeys.parse(master, "bihuan.keys.master");
        }
        MasterKeyFile keys = new MasterKeyFile(file);
        if (keys.exists()) {
            return keys.read();
        }
        if (inUse) {
            throw new StartupRefused(
                    "master-key-missing",
                    "主密钥文件 " + file + " 不见了，而数据已用它加密。请从备份恢复该文件，或用 --bihuan.keys.file 指明它在哪里。",
                    "The file of master keys " + file + " is gone while data are sealed with it. Restore it from a"
                            + " backup, or say where it is with --bihuan.keys.file.");
        }
        return keys.create();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "KeySettings[file=" + file + ", suite=" + suite + "]";
    }
}
