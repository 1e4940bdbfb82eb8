package org.bihuan.app.orders;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.database.CommandDatabase;
import org.bihuan.app.facts.Everybody;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.WhatIf;
import org.bihuan.policy.decide.WhatIfReport;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.NeedsReader;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.format.Times;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.table.TableFormatException;

/**
 * {@code whatif --people db}: a draft asked about everybody in a database, read beside the server and without names. Exit
 * status 0 when answered, 1 when the question was wrong, 2 when a pack or the database cannot be used.
 */
public final class WhatIfCommand {
    private static final String USAGE = """
            用法 usage: ./bihuan whatif --pack NEW --against OLD --people db --at TIME [--set NAME=VALUE]... [--data DIR]
            只读数据库，只出人数，不出姓名  reads the database, writes nothing, tells numbers and no names
            """;

    private final Path packs;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A command.
     *
     * @param packs folder of the packs that come with the program
     * @param out gets the answer
     * @param err gets what went wrong
     */
    public WhatIfCommand(Path packs, PrintStream out, PrintStream err) {
        this.packs = packs;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param arguments what stands behind {@code whatif}
     * @return exit status
     */
    public int run(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        List<String> sets = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String each = arguments.get(i);
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            if (name.startsWith("--bihuan.") && equals > 0) {
                settings.add(each);
                continue;
            }
            if (!List.of("--pack", "--against", "--people", "--at", "--set", "--data").contains(name)
                    || equals < 0 && i + 1 >= arguments.size()) {
                return usage(each);
            }
            String value = equals < 0 ? arguments.get(++i) : each.substring(equals + 1);
            switch (name) {
                case "--set" -> sets.add(value);
                case "--data" -> settings.add("--bihuan.data=" + value);
                default -> options.put(name, value);
            }
        }
        Instant at = Times.parse(options.getOrDefault("--at", ""));
        String fresh = options.get("--pack");
        String old = options.get("--against");
        if (at == null || fresh == null || old == null || !"db".equals(options.get("--people"))) {
            return usage(at == null ? "--at" : fresh == null ? "--pack" : old == null ? "--against" : "--people");
        }
        try {
            return answer(read(Path.of(old)), read(Path.of(fresh)), at, sets, settings);
        } catch (PackFormatException | TableFormatException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private int answer(LoadedPack old, LoadedPack fresh, Instant at, List<String> sets, List<String> settings) {
        WhatIf whatIf = new WhatIf(policy(old, sets, at), policy(fresh, sets, at), at);
        Map<String, FactCatalogue.Kind> kinds = new HashMap<>(old.catalogue().kinds());
        kinds.putAll(fresh.catalogue().kinds());
        return CommandDatabase.use(settings, err, Everybody.parts(), beans -> {
            long people = beans.getBean(Everybody.class).each(new FactCatalogue(kinds), whatIf::add);
            new WhatIfReport(old.pack(), fresh.pack(), NeedsReader.ofFolder(packs))
                    .lines(whatIf.run(Runtime.getRuntime().availableProcessors()))
                    .forEach(out::println);
            err.printf(Locale.ROOT, "%,d subjects, %,d episodes%n", people, whatIf.size());
            return 0;
        });
    }

    /** With those of the values that the pack has a parameter for. */
    private static PackPolicy policy(LoadedPack loaded, List<String> sets, Instant at) {
        List<ParameterSetting> own = sets.stream()
                .filter(each -> loaded.pack().parameters().containsKey(SettingText.parameterOf(each)))
                .map(each -> SettingText.read(each, loaded.pack(), at))
                .toList();
        return PackPolicy.of(loaded.pack(), own, "what-if").withinJurisdiction();
    }

    private LoadedPack read(Path folder) {
        PackFiles files = PackFiles.ofFolder(folder);
        return PackReader.read(
                files, Files.isDirectory(folder) ? SharedFiles.besides(folder, packs) : SharedFiles.ofFolder(packs));
    }

    private int usage(String wrong) {
        err.println("不认识或缺少 " + wrong + "。 Cannot use, or lacks: " + wrong + ".");
        err.print(USAGE);
        return 1;
    }
}
