package org.bihuan.app.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.risk.ListIntake;
import org.bihuan.app.risk.Publication;

/** Brings risk lists of the scheme of 2020 as files, as the desk does. */
public final class TestLists {
    public static final String DESK = "desk";

    private TestLists() {}

    /**
     * Takes a list of the national series in.
     *
     * @param lines each {@code level,province,city,county,area}
     */
    static Publication take(Machine machine, Instant from, String... lines) {
        return take(machine.bean(ListIntake.class), from, machine.now(), lines);
    }

    public static Publication take(ListIntake intake, Instant from, Instant now, String... lines) {
        try {
            Path file = Files.createTempFile("list", ".csv");
            try {
                Files.writeString(file, "level,province,city,county,area\n" + String.join("\n", lines) + "\n");
                ListIntake.Said said =
                        new ListIntake.Said("national", "county-2020", Optional.of(from), Map.of(), "测试");
                return Asking.asMachine(() -> intake.take(file, said, now, DESK));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
