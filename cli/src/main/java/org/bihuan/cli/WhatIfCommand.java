package org.bihuan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.WhatIf;
import org.bihuan.policy.decide.WhatIfReport;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.NeedsReader;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.format.Times;
import org.bihuan.policy.level.KnownLevels;

/**
 * {@code whatif --pack NEW --against OLD --people FILE --at TIME [--set NAME=VALUE]... [--lists FILE] [--levels FILE]
 * [--sources FILE]}: how a version would class people otherwise than another, and what that takes. The people of a database are read by the server's program.
 */
final class WhatIfCommand {
    private static final Set<String> OPTIONS =
            Set.of("pack", "against", "people", "at", "set", "lists", "levels", "sources");

    private final PrintStream out;
    private final PrintStream err;

    WhatIfCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) throws IOException {
        Options options = Options.parse(arguments, OPTIONS);
        if (!options.words().isEmpty()) {
            throw new UsageException("what is " + options.words().getFirst() + "?");
        }
        Instant at = Times.parse(options.get("at"));
        if (at == null) {
            throw new UsageException("--at must be a time with an offset, such as 2020-07-26T12:00+08:00, got "
                    + options.get("at") + "; 时间必须带时区");
        }
        Path newFolder = Path.of(options.get("pack"));
        LoadedPack fresh = Packs.load(newFolder);
        LoadedPack old = Packs.load(Path.of(options.get("against")));
        List<String> sets = options.all("set");
        KnownLevels levels = LevelFiles.read(options, fresh.pack().manifest().zone(), err);
        PackPolicy before = policy(old, sets, at).withLevels(levels);
        PackPolicy after = policy(fresh, sets, at).withLevels(levels);
        WhatIf whatIf = asked(before, after, at);
        long began = System.nanoTime();
        Path people = Path.of(options.get("people"));
        WhatIfPeople.read(people, fresh, newFolder, before, at, err).forEach(whatIf::add);
        double loaded = seconds(began);
        began = System.nanoTime();
        List<WhatIf.Count> counts = whatIf.run(Runtime.getRuntime().availableProcessors());
        double decided = seconds(began);
        new WhatIfReport(before, after, NeedsReader.ofFolder(Packs.home()))
                .lines(counts)
                .forEach(out::println);
        err.printf(Locale.ROOT, "%,d episodes; read in %.2f s, decided in %.3f s%n", whatIf.size(), loaded, decided);
        return Main.DONE;
    }

    private static PackPolicy policy(LoadedPack loaded, List<String> sets, Instant at) {
        return PackPolicy.of(loaded.pack(), SettingText.readKnown(sets, loaded.pack(), at), "command-line");
    }

    private static WhatIf asked(PackPolicy old, PackPolicy fresh, Instant at) {
        try {
            return new WhatIf(old, fresh, at);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() == null ? "these versions cannot be compared" : e.getMessage());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
