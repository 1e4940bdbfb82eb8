package org.bihuan.app.database;

import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Where tests find PostgreSQL's programs. */
final class TestPrograms {

    private TestPrograms() {}

    static PostgresPrograms embedded() {
        Path folder = Path.of(System.getProperty("bihuan.home", "."), "var", "programs");
        return new PostgresPrograms(BinaryArchive.unpack(folder.toAbsolutePath().normalize()), ServerAccount.choose());
    }

    /** Those of Debian's package; without it the test is skipped. */
    static PostgresPrograms debian(int version) {
        PostgresPrograms programs =
                new PostgresPrograms(Path.of("/usr/lib/postgresql/" + version + "/bin"), ServerAccount.choose());
        if (!programs.areThere()) {
            throw new TestAbortedException("Debian's postgresql-" + version + " is not installed");
        }
        return programs;
    }
}
