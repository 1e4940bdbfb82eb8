package org.bihuan.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackCheck;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.format.Times;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;

/** {@code judge --pack DIR... --at INSTANT [--set ...] [--lists FILE] [--levels FILE] [--sources FILE] < facts.csv} or {@code --facts facts.ndjson}. */
final class JudgeCommand {
    private static final Set<String> OPTIONS = Set.of("pack", "at", "set", "facts", "lists", "levels", "sources");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    JudgeCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) throws IOException {
        Options options = Options.parse(arguments, OPTIONS);
        if (!options.words().isEmpty()) {
            throw new UsageException("what is " + options.words().getFirst() + "? The ledger comes on standard input");
        }
        Instant at = at(options.get("at"));
        if (options.all("pack").isEmpty()) {
            throw new UsageException("--pack DIR is required, once or more");
        }
        SharedFiles shared = Packs.shared(Path.of(options.all("pack").getFirst()));
        List<LoadedPack> packs = load(options.all("pack"));
        KnownLevels levels =
                LevelFiles.read(options, packs.getFirst().pack().manifest().zone(), err);
        List<PackPolicy> policies = policies(packs, options.all("set"), at).stream()
                .map(each -> each.withLevels(levels))
                .toList();
        FactCatalogue catalogue = packs.getFirst().catalogue();
        DecisionOutput output = new DecisionOutput(out, policies);
        if (options.find("facts").isPresent()) {
            Path file = Path.of(options.get("facts"));
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UsageException("--facts " + file + " is not a file that can be read");
            }
            try (InputStream facts = new BufferedInputStream(Files.newInputStream(file))) {
                new EnvelopeJudge(catalogue(packs, catalogue), policies, at, output, err).run(facts);
            }
        } else {
            new LedgerJudge(shared.columns(), catalogue, policies, at, output, err).run(in);
        }
        out.flush();
        if (out.checkError()) {
            throw new UsageException("cannot write the answer to standard output");
        }
        return Main.DONE;
    }

    private static Instant at(String text) {
        Instant at = Times.parse(text);
        if (at == null) {
            throw new UsageException("--at \"" + text
                    + "\" must be a time in ISO 8601 with offset or Z, such as 2020-07-26T12:00+08:00; "
                    + "时间必须带时区");
        }
        return at;
    }

    private static List<LoadedPack> load(List<String> folders) {
        List<LoadedPack> packs = new ArrayList<>();
        for (String folder : folders) {
            Path path = Path.of(folder);
            packs.add(PackReader.read(PackFiles.ofFolder(path), Packs.shared(path)));
        }
        return packs;
    }

    /** The shared kinds and those of every pack. */
    private static FactCatalogue catalogue(List<LoadedPack> packs, FactCatalogue first) {
        Map<String, FactCatalogue.Kind> kinds = new LinkedHashMap<>(first.kinds());
        packs.forEach(pack -> kinds.putAll(pack.catalogue().kinds()));
        return new FactCatalogue(kinds);
    }

    /** Binds the settings and refuses a pack that has a gap or overlap under them. */
    private List<PackPolicy> policies(List<LoadedPack> packs, List<String> settings, Instant at) {
        for (String setting : settings) {
            String name = SettingText.parameterOf(setting);
            if (packs.stream().noneMatch(each -> each.pack().parameters().containsKey(name))) {
                SettingText.read(setting, packs.getFirst().pack(), at);
            }
        }
        List<PackPolicy> policies = new ArrayList<>();
        for (LoadedPack loaded : packs) {
            Pack pack = loaded.pack();
            List<ParameterSetting> own = settings.stream()
                    .filter(each -> pack.parameters().containsKey(SettingText.parameterOf(each)))
                    .map(each -> existing(SettingText.read(each, pack, at), each))
                    .toList();
            checkTables(pack, own);
            policies.add(PackPolicy.of(pack, own, "command-line"));
        }
        return policies;
    }

    /** A value for a division that is not there would be heard by nobody. */
    private static ParameterSetting existing(ParameterSetting setting, String text) {
        DivisionCode division = setting.division();
        if (division != null && !Divisions.load().exists(division)) {
            throw new PackFormatException("--set", text, "there is no such division as " + division);
        }
        return setting;
    }

    private void checkTables(Pack pack, List<ParameterSetting> settings) {
        List<PackCheck.Problem> problems = PackCheck.tables(pack, settings).stream()
                .filter(PackCheck.Problem::isError)
                .toList();
        if (!problems.isEmpty()) {
            problems.forEach(problem -> err.println(problem.code() + ": " + problem.message() + " / "
                    + problem.wording().zh()));
            throw new PackFormatException(pack.id(), "tables", problems.size() + " errors, see above");
        }
    }
}
