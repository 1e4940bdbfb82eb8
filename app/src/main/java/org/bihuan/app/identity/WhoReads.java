package org.bihuan.app.identity;

import java.util.List;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Asking;

/** Who reads at this moment. */
public final class WhoReads {
    private static final String MACHINE = "machine";

    private WhoReads() {}

    /** Whoever asks, in the region of the role they act in; the machine in its own work. */
    public static Reader now() {
        return Asking.asker()
                .map(asker -> new Reader(
                        asker.login(),
                        List.of(asker.region()),
                        asker.kin().subjects(),
                        asker.kin().households()))
                .orElseGet(() -> Reader.named(MACHINE));
    }
}
